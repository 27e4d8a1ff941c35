import pLimit from "p-limit";
import { forEachConcurrent } from "@/lib/jobs/for-each-concurrent";
import { recordStall } from "@/lib/jobs/stalled-rows";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { findOpenOrder, loadSubscriptions, type SubscriptionRow } from "@/lib/subscriptions/queries";
import { applyAction, type StateAction } from "./apply-action";
import { type ChargeRuntime, chargePeriod, resumeCharge } from "./charge";
import { type Charge, createRenewalOrders } from "./create-renewal-orders";
import { leaseDue } from "./lease-due";
import { type NextAction, nextAction } from "./next-action";

type Options = {
  /** The most calls to ProcessOut that this worker has in flight at a time. */
  concurrency?: number;
  onCheckpoint?: ChargeRuntime["onCheckpoint"];
  /** When it aborts, charges that were begun are finished and no other is begun. */
  signal?: AbortSignal | undefined;
};

/** A few more charges than calls, so that calls are in flight while rows are written. */
const CHARGES_PER_CALL = 1.25;

/** Processes every subscription that is due. Returns how many were processed; one that fails is logged and stays due. */
export function processDue(options: Options = {}): Promise<number> {
  const { concurrency = env().CHARGES_AT_ONCE, onCheckpoint = () => {}, signal } = options;
  const charges = Math.ceil(concurrency * CHARGES_PER_CALL);
  const runtime = { onCheckpoint, limit: pLimit(concurrency) };
  return forEachConcurrent("charge-due", leaseTasks(charges, signal), charges, async (task) => {
    try {
      await runTask(task, runtime);
    } catch (error) {
      await postpone(task, error);
      throw error;
    }
  });
}

/**
 * One that fails waits longer each time. Never for ever: the outcome of its charge may be unknown. The back office shows
 * one that fails for days.
 */
async function postpone(task: RenewalTask, error: unknown): Promise<void> {
  const { id } = task.kind === "apply" ? task.subscription : task.charge.subscription;
  const at = await now();
  const retryAt = await recordStall("charge-due", id, error, { isEndless: true });
  if (!retryAt) return;
  // Not earlier than the lease ends, and not if the shopper has changed the subscription in the meantime.
  const leased = { id, processAfter: { gt: at, lt: retryAt } };
  await db().subscription.updateMany({ where: leased, data: { processAfter: retryAt } });
}

/** A subscription that is due, with its next action. */
type RenewalTask =
  | { kind: "charge" | "resume"; charge: Charge }
  | { kind: "apply"; subscription: SubscriptionRow; action: StateAction };

/** Stops after 10 minutes: pg-boss expires a job after 15 and would start a second one. The next run continues. */
const MAX_RUN_MS = 10 * MINUTE_MS;

/**
 * Leases subscriptions in batches, on demand, so that memory does not grow with their number. The next batch is fetched
 * while this one is processed. Ends when nothing is due, after ten minutes, or when `signal` aborts; what was leased
 * and not processed is due again when its lease expires.
 */
async function* leaseTasks(
  batch: number,
  signal?: AbortSignal,
): AsyncGenerator<RenewalTask, void, undefined> {
  const end = performance.now() + MAX_RUN_MS;
  let coming = leaseBatch(batch);
  for (let tasks = await coming; tasks; tasks = await coming) {
    coming = performance.now() < end ? leaseBatch(batch) : Promise.resolve(undefined);
    // A rejection is handled where the promise is awaited, after this batch.
    coming.catch(() => {});
    for (const task of tasks) {
      if (signal?.aborted) return;
      yield task;
    }
  }
}

/** Undefined when nothing is due. */
async function leaseBatch(limit: number): Promise<RenewalTask[] | undefined> {
  const at = await now();
  const rows = await leaseDue({ at, limit });
  if (rows.length === 0) return undefined;
  const due = rows.map((subscription) => ({ subscription, action: nextAction(subscription, at) }));
  const charges = await createRenewalOrders(
    due.filter(({ action }) => action.kind === "charge").map(({ subscription }) => subscription),
    at,
  );
  return [
    ...charges.map((charge): RenewalTask => ({ kind: "charge", charge })),
    ...due.flatMap(({ subscription, action }) => toTask(subscription, action)),
  ];
}

function toTask(subscription: SubscriptionRow, action: NextAction): RenewalTask[] {
  if (action.kind === "charge") return [];
  if (action.kind !== "resume") return [{ kind: "apply", subscription, action }];
  const order = findOpenOrder(subscription);
  return order ? [{ kind: "resume", charge: { subscription, order, payment: action.payment } }] : [];
}

async function runTask(task: RenewalTask, runtime: ChargeRuntime): Promise<void> {
  if (task.kind === "apply") return applyAction(task.subscription, task.action);
  const charge = task.kind === "charge" ? chargePeriod : resumeCharge;
  if ((await charge(task.charge, runtime)) !== "charged") await applyFollowUp(task.charge.subscription);
}

/** After a charge that did not succeed. One that did has advanced its subscription in the same statement. */
async function applyFollowUp({ id, paidPeriods }: SubscriptionRow): Promise<void> {
  const [row] = await loadSubscriptions([id]);
  if (!row) throw new AppError({ code: "not-found", message: `Subscription ${id} is gone` });
  if (row.paidPeriods > paidPeriods) return;
  const action = nextAction(row, await now());
  if (action.kind !== "charge" && action.kind !== "resume") await applyAction(row, action);
}
