import type { Page } from "@playwright/test";

/** Holds back the page's scripts, so that it is shown before it is hydrated. The returned function releases them. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    await through;
    await route.continue();
  });
  return letThrough;
}
