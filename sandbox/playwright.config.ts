import { defineConfig, devices } from "@playwright/test";

// PROCESSOUT_API_URL names a running sandbox. Without it, one without stored data is started on SANDBOX_PORT.
const running = process.env.PROCESSOUT_API_URL;
const port = process.env.SANDBOX_PORT ?? "4242";
const url = running ?? `http://127.0.0.1:${port}`;
process.env.PROCESSOUT_API_URL = url;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  webServer: running
    ? undefined
    : {
        command: `npm start -- --port ${port}`,
        url: `${url}/_sandbox/health`,
        gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
      },
  use: {
    ...devices["Desktop Chrome"],
    screenshot: "only-on-failure",
    launchOptions: {
      // Names an installed Chromium. Without it: Playwright's own, from `npx playwright install chromium`.
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
