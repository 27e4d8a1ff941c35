import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import {
  findSubscription,
  listTaken,
  makeDue,
  type Subscriber,
  subscribe,
  wakeNow,
} from "@/tests/support/subscriber";
import { STEPS, type Step } from "./charge";
import { chargeDue } from "./jobs";

// Each starts processes of its own, on whatever machine there is.
vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

/** A worker as a process of its own, waiting to be let go. With a step, it kills itself there, the nth time. */
async function startWorkerProcess(dieAt?: Step, nth = 1) {
  const args = dieAt ? [dieAt, String(nth)] : [];
  const worker = fork("lib/renewals/jobs.replica.ts", args, { execArgv: ["--import", "tsx"] });
  const ended = once(worker, "exit") as Promise<[code: number | null, signal: string | null]>;
  await once(worker, "message");
  return () => {
    worker.send("go");
    return ended;
  };
}

async function expectTakenOnce(subscriber: Subscriber) {
  expect(await listTaken(subscriber)).toHaveLength(2);
  const { paidPeriods, state, orders } = await findSubscription(subscriber);
  expect({ paidPeriods, state }).toEqual({ paidPeriods: 2, state: "active" });
  expect(orders.map((order) => order.state)).toEqual(["paid", "paid"]);
  const renewal = orders.find(({ period }) => period === 2);
  expect(renewal?.payments.map((payment) => payment.state)).toEqual(["captured"]);
}

describe("a worker that is killed in the middle of a charge", () => {
  it.each(STEPS)("at %s: the next one finds out, and the shopper pays once", async (step) => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await makeDue(subscriber);
    const work = await startWorkerProcess(step);
    expect(await work()).toEqual([null, "SIGKILL"]);
    const taken = (await listTaken(subscriber)).length;
    expect(taken).toBe(step === "charged" || step === "recorded" ? 2 : 1);

    // Its lease holds: nobody touches what it may still have in hand.
    await chargeDue();
    expect(await listTaken(subscriber)).toHaveLength(taken);

    if (step !== "recorded") await wakeNow(subscriber);
    await chargeDue();
    await expectTakenOnce(subscriber);
    await chargeDue();
    await expectTakenOnce(subscriber);
  });
});

it("finishes what was written down by half: taken, and the order still open", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await makeDue(subscriber);
  await chargeDue();
  // What the database looks like when the process died between the payment's row and the order's.
  const { dueAt } = await findSubscription(subscriber);
  await db().order.updateMany({
    where: { subscriptionId: subscriber.id, period: 2 },
    data: { state: "open", paidAt: null },
  });
  await db().subscription.update({ where: { id: subscriber.id }, data: { paidPeriods: 1 } });
  await makeDue(subscriber);
  await chargeDue();
  await expectTakenOnce(subscriber);
  expect((await findSubscription(subscriber)).dueAt).toEqual(dueAt);
});

describe("an answer that never came", () => {
  it.each([
    ["POST /invoices", true],
    ["POST /invoices", false],
    ["POST /invoices/*/capture", true],
    ["POST /invoices/*/capture", false],
  ])("to %s, done: %s: is read first, and the shopper pays once", async (match, after) => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await makeDue(subscriber);
    await stack.sandbox.fault({ match, kind: "status", status: 500, after, times: 1 });
    await chargeDue();
    await wakeNow(subscriber);
    await chargeDue();
    await expectTakenOnce(subscriber);
  });
});

describe("two workers", () => {
  it("share what is due, and when one is killed nothing is charged twice or not at all", async () => {
    const all = Array.from({ length: 16 }, () => subscribe(stack.sandbox, "visa"));
    const subscribers = await Promise.all(all);
    await Promise.all(subscribers.map(makeDue));
    await stack.sandbox.fault({
      match: "POST /invoices/*/capture",
      kind: "latency",
      latency_ms: 150,
      times: 40,
    });
    const [mortal, survivor] = await Promise.all([startWorkerProcess("charged", 2), startWorkerProcess()]);
    expect(await Promise.all([mortal(), survivor()])).toEqual([
      [null, "SIGKILL"],
      [0, null],
    ]);
    const left = await db().subscription.findMany({ where: { paidPeriods: 1, state: "active" } });
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(subscribers.length - 4);
    await Promise.all(left.map(wakeNow));
    await Promise.all([chargeDue(), chargeDue()]);
    for (const subscriber of subscribers) await expectTakenOnce(subscriber);
  });
}, 180_000);

it("told to stop, finishes what it has begun, begins nothing else, and the next worker goes on", async () => {
  const subscribers = await Promise.all(Array.from({ length: 4 }, () => subscribe(stack.sandbox, "visa")));
  for (const subscriber of subscribers) await makeDue(subscriber);
  const stopping = new AbortController();
  await chargeDue({ atOnce: 1, signal: stopping.signal, onStep: () => stopping.abort() });
  const taken = (await Promise.all(subscribers.map(listTaken))).flat();
  expect(taken.length).toBeGreaterThan(subscribers.length);
  expect(taken.length).toBeLessThan(2 * subscribers.length);
  await Promise.all(subscribers.map(wakeNow));
  await chargeDue();
  for (const subscriber of subscribers) await expectTakenOnce(subscriber);
});
