import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePrivateFolder, PRIVATE_FILE } from "./private-folder";
import { Refusal } from "./refusal";

const STOP_PATIENCE_MS = 7000;
const OUTPUT_PATIENCE_MS = 500;
const TAIL_CHARACTERS = 10_000;
const NOTHING_PHONES_HOME = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

export type ProcessOptions = {
  env: NodeJS.ProcessEnv;
  /** The project's folder by default. */
  cwd?: string;
  /** Everything the process prints goes to `NAME.log` in this folder. */
  logFolder: string;
  /** What of it the terminal shows as well. */
  show: "nothing" | "errors" | "everything";
};

export type RunningProcess = {
  name: string;
  /** The address in its `ready` message. Rejects when it ends before. */
  ready: Promise<string>;
  /** Resolves when it has ended: how, with the last lines it printed and the terminal did not show. */
  ended: Promise<{ code: number | null; tail: string }>;
  /** Resolves when it has ended although nobody asked. */
  failed: Promise<{ code: number | null }>;
  stop(): Promise<void>;
};

/**
 * Starts `node ARGS` with a channel to this process. It stops when the channel closes, which happens too when this
 * process is killed hard. It leads a group of its own, so Ctrl-C reaches it only through us, in our order.
 */
export function startProcess(name: string, args: string[], options: ProcessOptions): RunningProcess {
  const preload = pathToFileURL(path.resolve("scripts/lib/stop-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    cwd: options.cwd,
    env: { ...options.env, ...NOTHING_PHONES_HOME, LAUNCHER_PID: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const readTail = keepOutput(child, name, options);

  const ended = new Promise<{ code: number | null; tail: string }>((resolve) => {
    child.once("error", (error) => resolve({ code: null, tail: error.message }));
    child.once("exit", async (code) => {
      await outputRead(child);
      resolve({ code, tail: readTail() });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.on("message", (message) => {
      if (typeof message === "object" && "ready" in message) resolve(String(message.ready));
    });
    ended.then(({ tail }) => reject(new Refusal(tail || `The ${name} ended before it was ready.`)));
  });
  ready.catch(() => {});

  let isAsked = false;
  const started = {
    name,
    ready,
    ended,
    failed: new Promise<{ code: number | null }>((resolve) => {
      ended.then((end) => isAsked || resolve(end));
    }),
    stop() {
      isAsked = true;
      return stop(child);
    },
  };
  running.unshift(started);
  ended.then(() => running.splice(running.indexOf(started), 1));
  return started;
}

const running: RunningProcess[] = [];

/** The last started stops first: the app before what it uses. */
export async function stopProcesses(): Promise<void> {
  for (const { stop } of [...running]) await stop();
}

/** Runs `node ARGS` to its end, and refuses with what it printed when it fails. */
export async function runProcess(name: string, args: string[], options: ProcessOptions): Promise<void> {
  const { code, tail } = await startProcess(name, args, options).ended;
  if (code !== 0) throw new Refusal(`${tail}\nThe ${name} failed (exit code ${code}).`);
}

/** A process of its own that outlives the child may keep its output open, so this does not wait for ever. */
const outputRead = (child: ChildProcess) =>
  Promise.race([
    new Promise((resolve) => child.once("close", resolve)),
    new Promise((resolve) => setTimeout(resolve, OUTPUT_PATIENCE_MS)),
  ]);

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  if (child.connected) child.disconnect();
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(killer);
}

function keepOutput(child: ChildProcess, name: string, { logFolder, show }: ProcessOptions): () => string {
  ensurePrivateFolder(logFolder);
  const log = createWriteStream(path.join(logFolder, `${name}.log`), { mode: PRIVATE_FILE });
  let tail = "";
  for (const [stream, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk);
      const isShown = show === "everything" || (show === "errors" && terminal === process.stderr);
      if (isShown) terminal.write(chunk);
      else tail = (tail + chunk).slice(-TAIL_CHARACTERS);
    });
  }
  child.once("close", () => log.end());
  return () => tail.trim();
}
