import type { BrowserContext } from "@playwright/test";

const OURS = new Set(["localhost", "127.0.0.1"]);

/** Collects what no page should do: log an error, throw, or call a machine that is not this one. */
export function watchPages(context: BrowserContext, expected: RegExp[]): string[] {
  const complaints: string[] = [];
  const complain = (complaint: string) => {
    if (!expected.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
  };
  context.on("console", (message) => {
    if (message.type() === "error") complain(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (webError) => complain(String(webError.error().stack)));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && !OURS.has(hostname)) complain(`left this machine: ${request.url()}`);
  });
  return complaints;
}
