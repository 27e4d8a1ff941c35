import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_KEY, DEFAULT_PROJECT_ID } from "./server/auth";

/**
 * POST /customers on the sandbox, against a bare node:http server that parses the same body and writes the same
 * bytes, in turn (A B A B …) on the same machine. `node --import tsx sandbox/bench.ts`
 */
const ROUNDS = 7;
const ROUND_MS = 2000;
const CONNECTIONS = 32;

const customer = {
  email: "ada@example.com",
  first_name: "Ada",
  last_name: "Penrose",
  metadata: { user: "42" },
};
const payload = JSON.stringify(customer);
const authorization = Buffer.from(`${DEFAULT_PROJECT_ID}:${DEFAULT_KEY}`).toString("base64");
const request = Buffer.from(
  `POST /customers HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic ${authorization}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(payload)}\r\n\r\n${payload}`,
);

type Server = { port: number; stop(): void };

function start(script: string, ...args: string[]): Promise<Server> {
  const child = fork(script, args, {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve) =>
    child.once("message", (message: { ready: string }) =>
      resolve({ port: Number(new URL(message.ready).port), stop: () => child.kill("SIGTERM") }),
    ),
  );
}

/** Requests served in `ms` over keep-alive sockets, each sending its next request when it is answered. */
function load(port: number, ms: number): Promise<{ perSecond: number; sample: string }> {
  let served = 0;
  let sample = "";
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const head = received.indexOf("\r\n\r\n");
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      if (head < 0 || received.length < head + 4 + Number(length)) return;
      sample ||= received.slice(head + 4);
      received = "";
      served += 1;
      socket.write(request);
    });
    socket.on("error", () => socket.destroy());
    return socket;
  });
  const started = performance.now();
  return new Promise((resolve) =>
    setTimeout(() => {
      for (const socket of sockets) socket.destroy();
      resolve({ perSecond: (served * 1000) / (performance.now() - started), sample });
    }, ms),
  );
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The yardstick, in a process of its own. */
function bare(answer: string) {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(200, {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
  server.listen(0, "127.0.0.1", () =>
    process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  );
}

async function main() {
  const data = mkdtempSync(join(tmpdir(), "sandbox-bench-"));
  const sandbox = await start(
    fileURLToPath(new URL("./main.ts", import.meta.url)),
    "--port",
    "0",
    "--data",
    data,
  );
  const { sample } = await load(sandbox.port, ROUND_MS);
  const yardstick = await start(fileURLToPath(import.meta.url), "bare", sample);
  await load(yardstick.port, ROUND_MS);

  const rates = { sandbox: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    rates.bare.push((await load(yardstick.port, ROUND_MS)).perSecond);
    rates.sandbox.push((await load(sandbox.port, ROUND_MS)).perSecond);
  }
  const [ours, theirs] = [median(rates.sandbox), median(rates.bare)];
  console.log(`POST /customers, median of ${ROUNDS} interleaved rounds, ${CONNECTIONS} connections`);
  console.log(`bare node:http  ${theirs.toFixed(0)} requests a second`);
  console.log(`sandbox         ${ours.toFixed(0)} requests a second, durable on disk`);
  console.log(`ratio           ${(ours / theirs).toFixed(2)}`);
  sandbox.stop();
  yardstick.stop();
  rmSync(data, { recursive: true, force: true });
}

if (process.argv[2] === "bare") bare(process.argv[3] ?? "");
else await main();
