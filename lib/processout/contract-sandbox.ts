import { spawn } from "node:child_process";
import { once } from "node:events";
import { createProcessOut, type ProcessOut, type ProcessOutOptions } from "./index";

/**
 * For contract tests: a sandbox of ProcessOut as a process of its own, with nothing in it, on a free port. It
 * is known by its command line and its addresses alone. Each file starts its own, because faults strike a
 * whole sandbox. PROCESSOUT_SANDBOX names the folder of another one.
 */
export type Sandbox = {
  url: string;
  client(options?: Partial<ProcessOutOptions>): ProcessOut;
  /** The id of a fresh, unused card that behaves as the scenario of that name says. */
  card(scenario: string): Promise<string>;
  /** Spoils requests to come: see the sandbox's README. Gone after `times`, once by default. */
  fault(fault: { match: string; kind: string; times?: number; [setting: string]: unknown }): Promise<void>;
  /** The requests whose path contains `path`, newest first, without what is secret. */
  requests(path: string): Promise<LoggedRequest[]>;
  /** What the payer's bank does about a captured transaction: see the sandbox's README. */
  dispute(transactionId: string, step: "created" | "won" | "lost"): Promise<void>;
  /** Moves the sandbox's clock on: what falls due in between happens. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
};

type LoggedRequest = { method: string; path: string; status: number; body: Record<string, unknown> };

/** Those of every new sandbox; they open nothing else. */
export const SANDBOX_KEYS = {
  projectId: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
  privateKey: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
};

export async function startSandbox(): Promise<Sandbox> {
  const folder = process.env.PROCESSOUT_SANDBOX || "sandbox";
  const script = ["--import", "tsx", `${folder}/main.ts`, "--port", "0"];
  // The channel reports when it is ready, and ends it when this process dies.
  const child = spawn(process.execPath, script, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const stopped = once(child, "exit");
  const [message] = await Promise.race([
    once(child, "message"),
    stopped.then(([code]) => Promise.reject(new Error(`The sandbox ended with ${code}`))),
  ]);
  const url = (message as { ready: string }).ready;

  async function control(path: string, body: object): Promise<Record<string, { id: string }>> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, { id: string }>;
  }

  return {
    url,
    client: (options = {}) =>
      createProcessOut({
        ...SANDBOX_KEYS,
        baseUrl: url,
        sleep: async () => {},
        ...options,
      }),
    async card(scenario) {
      const { card } = await control("/_sandbox/cards", { scenario });
      if (!card) throw new Error(`No card for ${scenario}`);
      return card.id;
    },
    async fault(fault) {
      await control("/_sandbox/faults", { times: 1, ...fault });
    },
    async dispute(transactionId, step) {
      await control(`/_sandbox/transactions/${transactionId}/disputes`, { step });
    },
    async requests(path) {
      const answer = await fetch(`${url}/_sandbox/requests?limit=1000&path=${encodeURIComponent(path)}`);
      return ((await answer.json()) as { requests: LoggedRequest[] }).requests;
    },
    async advance(ms) {
      await control("/_sandbox/clock", { advance_ms: ms });
    },
    async stop() {
      child.kill("SIGTERM");
      await stopped;
    },
  };
}

let counter = 0;
/** A new key for each call, as the id of a new row would be. */
export const freshKey = () => ({ idempotencyKey: `contract:${counter++}` });
