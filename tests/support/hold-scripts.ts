import type { Page } from "@playwright/test";

/** The page comes, and what makes it answer waits until it is let through. */
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
