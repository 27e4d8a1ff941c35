import type { BrowserContext } from "@playwright/test";

const LOCAL = new Set(["localhost", "127.0.0.1"]);

/** Collects what no page may do: log an error, throw, or send a request to another machine. */
export function collectPageErrors(context: BrowserContext, expected: RegExp[]): string[] {
  const errors: string[] = [];
  const add = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") add(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (webError) => add(String(webError.error().stack)));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && !LOCAL.has(hostname)) add(`left this machine: ${request.url()}`);
  });
  return errors;
}
