import { type AddressInfo, connect, createServer } from "node:net";
import { Refusal } from "./refusal";

const HOSTS = ["127.0.0.1", "::1"];

/** Whether somebody accepts connections at this port of this machine. */
export async function answersAt(port: number): Promise<boolean> {
  const answers = await Promise.all(HOSTS.map((host) => connects(host, port)));
  return answers.includes(true);
}

/** Refuses with the variable to set when another program has the port. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  if ((await answersAt(port)) || !(await listens(port))) {
    throw new Refusal(`Port ${port} is taken by another program: set ${variable} to a free one.`);
  }
}

/** A port that nobody has at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
    socket.setTimeout(1000, () => answer(false));
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
