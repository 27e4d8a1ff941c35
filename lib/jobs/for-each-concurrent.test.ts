import { expect, test } from "vitest";
import { forEachConcurrent } from "./for-each-concurrent";

test("work that is under way ends before the failure of the rows' source is thrown", async () => {
  const finished: number[] = [];
  let finishWork = () => {};
  const isAllowed = new Promise<void>((resolve) => {
    finishWork = resolve;
  });
  async function* rows() {
    yield 1;
    yield 2;
    throw new Error("the database is gone");
  }
  let isOver = false;
  const run = forEachConcurrent("charge", rows(), 3, async (row) => {
    await isAllowed;
    finished.push(row);
  }).finally(() => {
    isOver = true;
  });
  run.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);

  finishWork();
  await expect(run).rejects.toThrow("the database is gone");
  expect(finished).toEqual([1, 2]);
});

test("a row that fails is left out of the count and does not stop the others", async () => {
  const count = await forEachConcurrent("sweep", [1, 2, 3, 4], 2, async (row) => {
    if (row === 2) throw new Error("row 2 failed");
  });
  expect(count).toBe(3);
});

test("no more rows are under way than the limit says", async () => {
  let underWay = 0;
  let most = 0;
  await forEachConcurrent(
    "sweep",
    Array.from({ length: 20 }, (_, row) => row),
    4,
    async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    },
  );
  expect(most).toBe(4);
});
