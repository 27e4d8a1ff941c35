import { writeFile } from "node:fs/promises";
import { type BrowserContext, test as base, type Frame } from "@playwright/test";

/** Writes the text of all open pages when a test fails. `npm run e2e` prints it at the end. */
export const test = base.extend<{ pageTexts: undefined }>({
  pageTexts: [
    async ({ context }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      await writeFile(info.outputPath("pages.txt"), await readPages(context));
    },
    { auto: true },
  ],
});

/** The text of every open page, frame by frame. */
async function readPages(context: BrowserContext): Promise<string> {
  const frames = context.pages().flatMap((page) => page.frames());
  const texts = await Promise.all(frames.map((frame) => readFrame(frame).catch(() => "")));
  return texts.filter(Boolean).join("\n\n");
}

async function readFrame(frame: Frame): Promise<string> {
  const body = frame.locator("body");
  const text = await body.evaluate(textWithoutOptions, undefined, { timeout: 1_000 });
  return text && `${frame.url()}\n${text.replaceAll(/\n\s*\n/g, "\n")}`;
}

/** Runs in the browser, after the test. Removes select elements, because a list of countries hides the rest. */
function textWithoutOptions(body: HTMLElement | SVGElement): string {
  for (const select of body.querySelectorAll("select")) select.remove();
  return body instanceof HTMLElement ? body.innerText.trim() : "";
}
