import { Client } from "pg";
import { expect, test, vi } from "vitest";
import { withTestStack } from "@/tests/support/stack";
import { wake } from "./queue";

withTestStack();

const slot = globalThis as typeof globalThis & { sender?: unknown };

test("a client of the queue that could not start leaves no connection open", async () => {
  const database = new Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
  // A database without the queue's tables.
  const other = new URL(String(process.env.DATABASE_URL));
  other.pathname = "/template1";
  vi.stubEnv("DATABASE_URL", other.href);

  await wake({ name: "send-mails" });
  expect(slot.sender).toBeUndefined();
  const { rows } = await database.query(
    "SELECT query FROM pg_stat_activity WHERE datname = 'template1' AND backend_type = 'client backend'",
  );
  expect(rows).toEqual([]);

  vi.unstubAllEnvs();
  await database.end();
});
