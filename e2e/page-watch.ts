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

/** What every open page says, frame by frame, for those who read of a failed test and have no screenshot. */
export async function readPages(context: BrowserContext): Promise<string> {
  const frames = context.pages().flatMap((page) => page.frames());
  const texts = frames.map(async (frame) => {
    const text = await frame.locator("body").innerText({ timeout: 1_000 });
    return text.trim() && `${frame.url()}\n${text.replaceAll(/\n\s*\n/g, "\n")}`;
  });
  return (await Promise.all(texts.map((text) => text.catch(() => "")))).filter(Boolean).join("\n\n");
}
