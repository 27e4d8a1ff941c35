import path from "node:path";
import { defineConfig } from "vitest/config";
import { findSandbox, listTestsWithSandbox } from "./scripts/lib/sandbox-folder.mjs";

const POSTGRES = "**/*.postgres.test.ts";
const CONTRACT = "**/*.contract.test.ts";
const WITHOUT_SANDBOX = findSandbox() ? [] : listTestsWithSandbox();
const NOT_OURS = ["**/node_modules/**", ".next/**", ".data/**", ...WITHOUT_SANDBOX];

/** `vitest run --project unit`: fast and alone. `contract` needs a sandbox, `postgres` a real PostgreSQL; they start them. `sandbox` is the package's own suite. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(".") } },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NOT_OURS, POSTGRES, CONTRACT, "sandbox/**"],
        },
      },
      {
        extends: true,
        test: { name: "contract", include: [CONTRACT], exclude: NOT_OURS },
      },
      { extends: true, test: { name: "postgres", include: [POSTGRES], exclude: NOT_OURS } },
      "sandbox/vitest.config.ts", // eject: sandbox
    ],
  },
});
