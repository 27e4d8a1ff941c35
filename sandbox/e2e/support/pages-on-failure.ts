import { writeFile } from "node:fs/promises";
import { test as base } from "@playwright/test";

/** A failed test leaves the text of its open pages in `pages.txt`, for readers of a log who have no screenshot. */
export const test = base.extend<{ pagesOnFailure: undefined }>({
  pagesOnFailure: [
    async ({ context }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      const frames = context.pages().flatMap((page) => page.frames());
      const texts = frames.map(async (frame) => {
        const text = await frame
          .locator("body")
          .innerText({ timeout: 1_000 })
          .catch(() => "");
        return text && `${frame.url()}\n${text}`;
      });
      await writeFile(info.outputPath("pages.txt"), (await Promise.all(texts)).filter(Boolean).join("\n\n"));
    },
    { auto: true },
  ],
});
