import type { IncomingMessage } from "node:http";

const MOST_BYTES = 1024 * 1024;
/** Read on and thrown away up to here, so that a client that is still sending hears the refusal. */
const MOST_DRAINED = 32 * MOST_BYTES;

/** The whole body; `too-large` past 1 MB, `gone` when the client left. */
export function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (size > MOST_DRAINED) request.destroy();
      }
    });
    request.on("end", () => {
      const [first] = chunks;
      if (size > MOST_BYTES) resolve("too-large");
      else resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    request.on("error", () => resolve("gone"));
    request.on("close", () => resolve("gone"));
  });
}
