import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "sandbox",
    include: ["**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
