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
 * bytes, in turn (A B A B …) on the same machine. `npm run bench`
 *
 * Two ratios: of requests served a second, which anything else that runs on the machine disturbs, and of the CPU
 * time (user and system, all threads) that each server's process spends on a request, which little does.
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

type Server = { port: number; cpuMicros(): Promise<number>; stop(): void };
type Measured = { perSecond: number; micros: number };
type Round = { served: number; perSecond: number; sample: string };

/** Loaded into each server's process: tells the CPU time it has used when asked. */
const CPU_METER = `data:text/javascript,process.on("message",()=>process.send({cpu:process.cpuUsage()}))`;

function start(script: string, ...args: string[]): Promise<Server> {
  const child = fork(script, args, {
    execArgv: ["--import", "tsx", "--import", CPU_METER],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const cpuMicros = () =>
    new Promise<number>((resolve) => {
      child.once("message", ({ cpu }: { cpu: NodeJS.CpuUsage }) => resolve(cpu.user + cpu.system));
      child.send("cpu");
    });
  return new Promise((resolve) =>
    child.once("message", (message: { ready: string }) =>
      resolve({ port: Number(new URL(message.ready).port), cpuMicros, stop: () => child.kill("SIGTERM") }),
    ),
  );
}

/** Requests served in `ms` over keep-alive sockets, each sending its next request when it is answered. */
function load(port: number, ms: number): Promise<Round> {
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
      resolve({ served, perSecond: (served * 1000) / (performance.now() - started), sample });
    }, ms),
  );
}

/** One round: requests a second, and microseconds of the server's CPU for each. */
async function measure(server: Server): Promise<Measured> {
  const before = await server.cpuMicros();
  const { served, perSecond } = await load(server.port, ROUND_MS);
  return { perSecond, micros: ((await server.cpuMicros()) - before) / served };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const middle = (rounds: Measured[]): Measured => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  micros: median(rounds.map(({ micros }) => micros)),
});
const line = ({ perSecond, micros }: Measured) =>
  `${perSecond.toFixed(0)} requests a second, ${micros.toFixed(1)} µs of CPU each`;

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

  const rounds = { sandbox: [] as Measured[], bare: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round++) {
    rounds.bare.push(await measure(yardstick));
    rounds.sandbox.push(await measure(sandbox));
  }
  const [ours, theirs] = [middle(rounds.sandbox), middle(rounds.bare)];
  console.log(`POST /customers, medians of ${ROUNDS} interleaved rounds, ${CONNECTIONS} connections`);
  console.log(`bare node:http  ${line(theirs)}`);
  console.log(`sandbox         ${line(ours)}, durable`);
  console.log(`ratio           ${(ours.perSecond / theirs.perSecond).toFixed(2)} by throughput`);
  console.log(`ratio           ${(theirs.micros / ours.micros).toFixed(2)} by CPU time`);
  sandbox.stop();
  yardstick.stop();
  rmSync(data, { recursive: true, force: true });
}

if (process.argv[2] === "bare") bare(process.argv[3] ?? "");
else await main();
