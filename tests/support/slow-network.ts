import type { Page } from "@playwright/test";

/**
 * Holds what the page posts to the shop from now on, as a slow network does, until `release` is called. `held` counts the
 * requests that wait, with all that the page sent before it was asked. `calls` has the id of each action that was called:
 * Next.js sends the second call of a page only when the first has its response.
 */
export async function holdRequests(page: Page) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let count = 0;
  const calls: string[] = [];
  await page.route(
    (url) => url.hostname === "localhost",
    async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      count += 1;
      calls.push(String(route.request().headers()["next-action"]));
      await released;
      await route.continue();
    },
  );
  const held = async () => {
    // Requests of a page are routed in their order: this one is behind them.
    await page.evaluate(async () => void (await fetch("/api/health")));
    return count;
  };
  return { held, calls, release: () => letGo() };
}
