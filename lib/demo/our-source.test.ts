import { expect, test } from "vitest";
import { listMadeBy } from "./exchange-sentences";
import { readOurSource } from "./our-source";

test.each(listMadeBy())("the source of $method in $file is whole", async (madeBy) => {
  const source = await readOurSource(madeBy);
  expect(source?.code).toContain(`${madeBy.method}(`);
  expect(source?.code).toMatch(/\n\},?$/);
});

test("a method that is not there has no source", async () => {
  expect(await readOurSource({ file: "lib/processout/tokens.ts", method: "pay" })).toBeNull();
  expect(await readOurSource({ file: "lib/processout/none.ts", method: "create" })).toBeNull();
});
