import type { Page } from "@playwright/test";

/**
 * Holds what the page sends to the shop from now on, as a slow network does, until `release` is called. `held` counts the
 * requests that wait.
 */
export async function holdRequests(page: Page) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let count = 0;
  await page.route(
    (url) => url.hostname === "localhost",
    async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      count += 1;
      await released;
      await route.continue();
    },
  );
  return { held: () => count, release: () => letGo() };
}
