import { expect, it } from "vitest";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { makeDue, subscribe } from "@/tests/support/subscriber";
import { chargePeriod } from "./charge";
import { createRenewalOrders } from "./create-renewal-orders";
import { leaseDue } from "./lease-due";

const stack = withTestStack();

it("a charge whose card was deleted since it was leased creates no invoice", async () => {
  await makeDue(await subscribe(stack.sandbox, "visa"));
  const at = await now();
  const [charge] = await createRenewalOrders(await leaseDue({ at, limit: 1 }), at);
  if (!charge) throw new Error("Nothing is due");
  const gone = { ...charge, subscription: { ...charge.subscription, savedCard: null } };
  const runtime = { onCheckpoint: () => {}, limit: <Answer>(call: () => Promise<Answer>) => call() };
  expect(await chargePeriod(gone, runtime)).toBe("declined");
  const payment = await db().payment.findUniqueOrThrow({ where: { id: charge.payment.id } });
  expect(payment).toMatchObject({ state: "failed", failureCode: "payment.superseded", invoiceId: null });
}, 60_000);
