import { now } from "@/lib/platform/clock";
import { MINUTE_MS } from "@/lib/platform/durations";
import { AppError } from "@/lib/platform/errors";
import { findOpenOrder, loadSubscriptions, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { applyDecision, type Settled } from "./apply-action";
import { chargePeriod, type Manner, resumeCharge } from "./charge";
import { type Charge, prepareCharges } from "./create-renewal-orders";
import { claimDue } from "./lease-due";
import { type Decision, decide } from "./next-action";

/** One subscription that is due, with what is to be done. */
export type Task =
  | { kind: "charge" | "resume"; charge: Charge }
  | { kind: "settle"; subscription: SubscriptionRow; decision: Settled };

/** A run ends after so long, and the next one goes on: the queue takes one that is longer for dead, and starts another. */
const RUN_MS = 10 * MINUTE_MS;

/**
 * All that is due, taken from the database in batches of `batch` as it is asked for: memory does not grow with what
 * waits. The next batch is fetched while this one is worked on. Ends when nothing is due, after ten minutes, or when
 * told to: what was fetched then comes back with its lease.
 */
export async function* takeDue(batch: number, signal?: AbortSignal): AsyncGenerator<Task, void, undefined> {
  const end = performance.now() + RUN_MS;
  let coming = takeBatch(batch);
  for (let tasks = await coming; tasks; tasks = await coming) {
    coming = performance.now() < end ? takeBatch(batch) : Promise.resolve(undefined);
    // Its failure is met where it is awaited.
    coming.catch(() => {});
    for (const task of tasks) {
      if (signal?.aborted) return;
      yield task;
    }
  }
}

/** Undefined when nothing is due. */
async function takeBatch(limit: number): Promise<Task[] | undefined> {
  const at = await now();
  const rows = await claimDue({ at, limit });
  if (rows.length === 0) return undefined;
  const decided = rows.map((subscription) => ({ subscription, decision: decide(subscription, at) }));
  const charged = decided.filter(({ decision }) => decision.kind === "now");
  const charges = await prepareCharges(
    charged.map(({ subscription }) => subscription),
    at,
  );
  return [
    ...charges.map((charge): Task => ({ kind: "charge", charge })),
    ...decided.flatMap(({ subscription, decision }) => taskOf(subscription, decision)),
  ];
}

function taskOf(subscription: SubscriptionRow, decision: Decision): Task[] {
  if (decision.kind === "now") return [];
  if (decision.kind !== "resume") return [{ kind: "settle", subscription, decision }];
  const order = findOpenOrder(subscription);
  return order ? [{ kind: "resume", charge: { subscription, order, payment: decision.payment } }] : [];
}

/** Does it. Throws when ProcessOut cannot be asked; the lease brings the subscription back. */
export async function workOn(task: Task, manner?: Manner): Promise<void> {
  if (task.kind === "settle") return applyDecision(task.subscription, task.decision);
  const charge = task.kind === "charge" ? chargePeriod : resumeCharge;
  if ((await charge(task.charge, manner)) !== "charged") await settle(task.charge.subscription);
}

/** What follows from a charge that did not go through. One that did has moved its subscription on already. */
async function settle({ id, paidPeriods }: SubscriptionRow): Promise<void> {
  const [row] = await loadSubscriptions([id]);
  if (!row) throw new AppError({ code: "not-found", message: `Subscription ${id} is gone` });
  if (row.paidPeriods > paidPeriods) return;
  const decision = decide(row, await now());
  if (decision.kind !== "now" && decision.kind !== "resume") await applyDecision(row, decision);
}
