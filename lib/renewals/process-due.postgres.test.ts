import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import {
  expireLease,
  findSubscription,
  listCaptured,
  makeDue,
  type Subscriber,
  subscribe,
} from "@/tests/support/subscriber";
import { CHECKPOINTS, type Checkpoint } from "./charge";
import { processDue } from "./process-due";

// Each test starts worker processes, which may be slow.
vi.setConfig({ testTimeout: 120_000 });

const stack = withTestStack();

/** A worker process that waits to be started. It kills itself at the nth pass of `killAt`, if there is one. */
async function startWorkerProcess(killAt?: Checkpoint, nth = 1) {
  const args = killAt ? [killAt, String(nth)] : [];
  const worker = fork("lib/renewals/process-due.replica.ts", args, { execArgv: ["--import", "tsx"] });
  const ended = once(worker, "exit") as Promise<[code: number | null, signal: string | null]>;
  await once(worker, "message");
  return () => {
    worker.send("go");
    return ended;
  };
}

async function expectChargedOnce(subscriber: Subscriber) {
  expect(await listCaptured(subscriber)).toHaveLength(2);
  const { paidPeriods, state, orders } = await findSubscription(subscriber);
  expect({ paidPeriods, state }).toEqual({ paidPeriods: 2, state: "active" });
  expect(orders.map((order) => order.state)).toEqual(["paid", "paid"]);
  const renewal = orders.find(({ period }) => period === 2);
  expect(renewal?.payments.map((payment) => payment.state)).toEqual(["captured"]);
}

it.each(CHECKPOINTS)(
  "a worker that is killed during a charge at the checkpoint %s leaves a charge that the next one completes once",
  async (checkpoint) => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await makeDue(subscriber);
    const work = await startWorkerProcess(checkpoint);
    expect(await work()).toEqual([null, "SIGKILL"]);
    const captured = (await listCaptured(subscriber)).length;
    expect(captured).toBe(checkpoint === "captured" || checkpoint === "recorded" ? 2 : 1);

    // The lease has not expired: no worker processes what the dead one may still be charging.
    await processDue();
    expect(await listCaptured(subscriber)).toHaveLength(captured);

    if (checkpoint !== "recorded") await expireLease(subscriber);
    await processDue();
    await expectChargedOnce(subscriber);
    await processDue();
    await expectChargedOnce(subscriber);
  },
);

it("a captured payment whose order was left open is completed without a second charge", async () => {
  const subscriber = await subscribe(stack.sandbox, "visa");
  await makeDue(subscriber);
  await processDue();
  // The rows as if the process had died between the payment's update and the order's.
  const { dueAt } = await findSubscription(subscriber);
  await db().order.updateMany({
    where: { subscriptionId: subscriber.id, period: 2 },
    data: { state: "open", paidAt: null },
  });
  await db().subscription.update({ where: { id: subscriber.id }, data: { paidPeriods: 1 } });
  await makeDue(subscriber);
  await processDue();
  await expectChargedOnce(subscriber);
  expect((await findSubscription(subscriber)).dueAt).toEqual(dueAt);
});

it.each([
  ["POST /invoices", true],
  ["POST /invoices", false],
  ["POST /invoices/*/capture", true],
  ["POST /invoices/*/capture", false],
])(
  "a charge whose response was lost on %s (executed: %s) is read before anything is sent again, and is charged once",
  async (match, after) => {
    const subscriber = await subscribe(stack.sandbox, "visa");
    await makeDue(subscriber);
    await stack.sandbox.fault({ match, kind: "status", status: 500, after, times: 1 });
    await processDue();
    await expireLease(subscriber);
    await processDue();
    await expectChargedOnce(subscriber);
  },
);

it("two workers share what is due, and when one is killed every subscription is still charged exactly once", async () => {
  const all = Array.from({ length: 16 }, () => subscribe(stack.sandbox, "visa"));
  const subscribers = await Promise.all(all);
  await Promise.all(subscribers.map(makeDue));
  await stack.sandbox.fault({
    match: "POST /invoices/*/capture",
    kind: "latency",
    latency_ms: 150,
    times: 40,
  });
  const [killed, surviving] = await Promise.all([startWorkerProcess("captured", 2), startWorkerProcess()]);
  expect(await Promise.all([killed(), surviving()])).toEqual([
    [null, "SIGKILL"],
    [0, null],
  ]);
  const left = await db().subscription.findMany({ where: { paidPeriods: 1, state: "active" } });
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(subscribers.length - 4);
  await Promise.all(left.map(expireLease));
  await Promise.all([processDue(), processDue()]);
  for (const subscriber of subscribers) await expectChargedOnce(subscriber);
});

it("a worker that is told to stop finishes the charges it has begun and leaves the rest to the next one", async () => {
  const subscribers = await Promise.all(Array.from({ length: 4 }, () => subscribe(stack.sandbox, "visa")));
  for (const subscriber of subscribers) await makeDue(subscriber);
  const stopping = new AbortController();
  await processDue({ concurrency: 1, signal: stopping.signal, onCheckpoint: () => stopping.abort() });
  const captured = (await Promise.all(subscribers.map(listCaptured))).flat();
  expect(captured.length).toBeGreaterThan(subscribers.length);
  expect(captured.length).toBeLessThan(2 * subscribers.length);
  await Promise.all(subscribers.map(expireLease));
  await processDue();
  for (const subscriber of subscribers) await expectChargedOnce(subscriber);
});
