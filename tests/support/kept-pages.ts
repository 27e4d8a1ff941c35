import { writeFile } from "node:fs/promises";
import { type BrowserContext, test as base, type Frame } from "@playwright/test";

/** Every test of ours: one that fails leaves what its pages said, which `npm run e2e` prints when all are done. */
export const test = base.extend<{ pagesKept: undefined }>({
  pagesKept: [
    async ({ context }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      await writeFile(info.outputPath("pages.txt"), await readPages(context));
    },
    { auto: true },
  ],
});

/** Every open page, frame by frame, for those who read of a failed test and have no screenshot. */
async function readPages(context: BrowserContext): Promise<string> {
  const frames = context.pages().flatMap((page) => page.frames());
  const texts = await Promise.all(frames.map((frame) => readFrame(frame).catch(() => "")));
  return texts.filter(Boolean).join("\n\n");
}

async function readFrame(frame: Frame): Promise<string> {
  const body = frame.locator("body");
  const text = await body.evaluate(withoutChoices, undefined, { timeout: 1_000 });
  return text && `${frame.url()}\n${text.replaceAll(/\n\s*\n/g, "\n")}`;
}

/** In the browser, whose page nobody needs any more. Two hundred countries would bury the one line that matters. */
function withoutChoices(body: HTMLElement | SVGElement): string {
  for (const choices of body.querySelectorAll("select")) choices.remove();
  return body instanceof HTMLElement ? body.innerText.trim() : "";
}
