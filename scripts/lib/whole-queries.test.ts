import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveDatabase } from "./embedded-database";

let database: Awaited<ReturnType<typeof serveDatabase>>;
let pools: pg.Pool[];

beforeAll(async () => {
  database = await serveDatabase("memory://");
  pools = [1, 2, 3].map(() => new pg.Pool({ connectionString: database.url, max: 5 }));
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.close();
});

test("queries of different shapes from many connections never mix", async () => {
  const answers = await Promise.all(
    Array.from({ length: 600 }, async (_, n) => {
      const pool = pools[n % pools.length];
      const values = Array.from({ length: 1 + (n % 4) }, (_value, index) => n + index);
      const sum = values.map((_value, index) => `$${index + 1}::int`).join(" + ");
      const result = await pool?.query(`select ${sum} as sum`, values);
      return result?.rows[0].sum - values.reduce((total, value) => total + value, 0);
    }),
  );
  expect(new Set(answers)).toEqual(new Set([0]));
});
