import { defineConfig, devices } from "@playwright/test";

/** Time is everybody's: what moves the demo's clock runs alone, when all others are done. */
const CLOCK = "clock.spec.ts";

// Started by `npm run e2e`, which starts the shop and says where it and a browser are.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.NEXTAUTH_URL,
    // A trace of every test nearly doubles the time of the suite: ask for one with `npm run e2e -- --trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      args: [
        ...["--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  projects: [
    { name: "chromium", testIgnore: CLOCK, use: devices["Desktop Chrome"] },
    { name: "sandbox", testDir: "sandbox/e2e", use: devices["Desktop Chrome"] }, // eject: sandbox
    {
      name: "clock",
      testMatch: CLOCK,
      dependencies: [
        "chromium",
        "sandbox", // eject: sandbox
      ],
      fullyParallel: false,
      workers: 1,
      use: devices["Desktop Chrome"],
    },
  ],
});
