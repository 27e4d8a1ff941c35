import { expect, test, vi } from "vitest";
import type { ProcessOutClient } from "@/lib/processout-js";
import { authorize } from "./pay";

const { makeCardPayment } = vi.hoisted(() => ({ makeCardPayment: vi.fn() }));
vi.mock("@/lib/processout-js", async (original) => ({ ...(await original<object>()), makeCardPayment }));

const STARTED = {
  kind: "started",
  orderRef: "order-1",
  paymentId: "payment-1",
  invoiceId: "iv_1",
  source: "card_1",
  wasSaved: false,
} as const;

/** The outcome of a payment whose report the server refuses, after the bank has said yes or no. */
async function payAndLose(code: string, { isApproved }: { isApproved: boolean }) {
  makeCardPayment.mockReset();
  if (isApproved) makeCardPayment.mockResolvedValue("card_1");
  else makeCardPayment.mockRejectedValue(new Error("declined"));
  const refuse = async () => ({ status: "failed" as const, code, message: "refused" });
  const actions = { finish: refuse, cancel: refuse };
  return authorize({} as ProcessOutClient, actions, STARTED, new AbortController().signal);
}

test("a session that ended at the bank leaves the outcome open, and signing in leads to the order", async () => {
  for (const isApproved of [true, false]) {
    expect(await payAndLose("signed-out", { isApproved })).toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("You cannot be charged twice"),
      returnTo: "/orders/order-1",
    });
  }
});

test("another account that signed in at the bank is not led to the order", async () => {
  const outcome = await payAndLose("other-user", { isApproved: true });
  expect(outcome).toMatchObject({ kind: "unreachable", code: "other-user" });
  expect(outcome).not.toHaveProperty("returnTo");
});

test("any other refusal of the report is its own reason", async () => {
  expect(await payAndLose("not-found", { isApproved: true })).toMatchObject({
    kind: "failed",
    code: "not-found",
    message: "refused",
  });
});
