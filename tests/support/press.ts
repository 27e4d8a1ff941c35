import type { Locator } from "@playwright/test";

/**
 * Clicks what may have to be scrolled into view first, on a page with frames of another site. Chromium finds the frame
 * under the pointer in the picture that it drew last, so the click waits until the scrolled page is drawn.
 */
export async function press(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  await target.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await target.click();
}
