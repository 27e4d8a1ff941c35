import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createProcessOut, type ProcessOutOptions } from "./index";

/**
 * For tests: a real HTTP server on a free port that answers from a list, and a client of it that waits for
 * nothing.
 */
export type Answer =
  | { status?: number; json?: unknown; body?: string; headers?: Record<string, string> }
  | "hang"
  | "reset";

export type Received = Pick<IncomingMessage, "method" | "url" | "headers"> & { body: string };

/** Answers in the order given; the last one stays. */
export async function startServer(...answers: Answer[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: await text(request) });
    const answer = answers[Math.min(received.length, answers.length) - 1] ?? {};
    if (answer === "hang") return;
    if (answer === "reset") return request.socket.destroy();
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body ?? JSON.stringify(answer.json));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const waits: number[] = [];
  const client = (options: Partial<ProcessOutOptions> = {}) =>
    createProcessOut({
      projectId: "test-proj_1",
      privateKey: "key_sandbox_1",
      baseUrl: url,
      random: () => 1,
      sleep: async (ms) => void waits.push(ms),
      ...options,
    });

  return {
    received,
    waits,
    client,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const customer = { id: "cust_1", created_at: "2026-11-22T10:00:00.123456Z" };
export const token = {
  id: "tok_1",
  customer_id: "cust_1",
  type: "card",
  verification_status: "success",
  is_chargeable: true,
  is_default: true,
  created_at: "2026-11-22T10:00:00.123456Z",
};
export const ok = (fields: object): Answer => ({ json: { success: true, ...fields } });
export const refused = (status: number, code?: string, fields: object = {}): Answer => ({
  status,
  json: { success: false, error_type: code, message: "4000000000000002 was refused", ...fields },
});
