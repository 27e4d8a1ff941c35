import { createHash } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * One process per data folder. The lock is a listening local socket named after the folder: the system
 * closes it when the process ends, however it ends, so there is never a stale lock to delete by hand.
 * Throws a sentence when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const address = addressOf(folder);
  const held = (await tryListen(address)) ?? (await retryStale(address));
  if (!held) {
    throw new Error(
      `Another sandbox is already running on ${folder}. Stop it, or give this one its own --data.`,
    );
  }
  return { release: () => new Promise((done) => held.close(() => done())) };
}

function addressOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  const name = `processout-sandbox-${createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function tryListen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Where sockets are files, a killed process leaves its file behind, on which no connection is accepted. */
async function retryStale(address: string): Promise<Server | null> {
  if (process.platform === "linux" || process.platform === "win32") return null;
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
  if (answered) return null;
  rmSync(address, { force: true });
  return tryListen(address);
}
