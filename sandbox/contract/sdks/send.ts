import { request } from "node:http";
import type { RawRequest } from "./call";

export type RawReply = { status: number; headers: Record<string, unknown>; text: string };

/** Sends the bytes as they are: fetch would drop a body on GET and rewrite headers. */
export function send(url: string, raw: RawRequest): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  const length = raw.body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(raw.body)) };
  return new Promise((resolve, reject) => {
    const options = {
      hostname,
      port,
      method: raw.method,
      path: raw.target,
      headers: { ...raw.headers, ...length },
    };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.once("error", reject);
    sent.end(raw.body);
  });
}
