import { defineConfig, devices } from "@playwright/test";

// PROCESSOUT_API_URL names a sandbox that runs already; without it one is started, which keeps nothing.
const url = process.env.PROCESSOUT_API_URL ?? "http://127.0.0.1:4242";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  webServer: process.env.PROCESSOUT_API_URL
    ? undefined
    : {
        command: "npm start",
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
