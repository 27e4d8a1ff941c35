import { expect, test } from "vitest";
import { queueReceipts } from "@/lib/payments/jobs";
import { db } from "@/lib/platform/db";
import { describePeriods } from "@/lib/subscriptions/describe-periods";
import { withTestStack } from "@/tests/support/stack";
import { makeDue, subscribe } from "@/tests/support/subscriber";
import { signUp } from "@/tests/support/users";
import { processDue } from "./process-due";

const stack = withTestStack();

test("an instalment says which of how many it is and who charged it, in the list of orders and in its receipt", async () => {
  const series = await subscribe(stack.sandbox, "visa", "3-months");
  await makeDue(series);
  await processDue();
  const where = { subscriptionId: series.id };
  const orders = await db().order.findMany({ where, orderBy: { period: "asc" } });
  const ids = orders.map(({ id }) => id);
  const words = await describePeriods(series.viewer, ids);
  expect(ids.map((id) => words.get(id)?.text)).toEqual([
    "Bosun, instalment 1 of 3",
    "Bosun, instalment 2 of 3, charged automatically",
  ]);
  expect(await describePeriods(await signUp(), ids)).toEqual(new Map());

  await queueReceipts();
  const receipt = await db().queuedMail.findUniqueOrThrow({ where: { key: `receipt:${ids[1]}` } });
  expect(receipt.text).toContain("Bosun, instalment 2 of 3, charged automatically.");
  expect(receipt.html).toContain(`/subscriptions/${series.id}`);
}, 60_000);
