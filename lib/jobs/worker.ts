import PgBoss from "pg-boss";
import { settleCards } from "@/lib/cards/reconcile-cards";
import { remindExpiringCards } from "@/lib/cards/remind-expiring-cards";
import { sweepCards } from "@/lib/cards/sweep-cards";
import { sendMails } from "@/lib/mail/jobs";
import { settlePayments } from "@/lib/payments/reconcile-payments";
import { settleRefunds } from "@/lib/payments/reconcile-refunds";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { chargeDue } from "@/lib/renewals/jobs";
import { sweepCarts } from "@/lib/shop/sweep-carts";
import { lookAgainAtWebhooks } from "@/lib/webhooks/retry-webhooks";
import { noteRun } from "./job-runs";
import { JOBS, type JobName } from "./queue";

/**
 * The worker: wakes every minute, or when the web process asks, and does what rows say is due. Run as many as you
 * like on one database.
 */
const HANDLERS: Record<JobName, (signal: AbortSignal) => Promise<number>> = {
  "settle-cards": settleCards,
  "settle-payments": settlePayments,
  "sweep-cards": sweepCards,
  "sweep-carts": sweepCarts,
  "charge-due": (signal) => chargeDue({ signal }),
  "settle-refunds": settleRefunds,
  "remind-expiring-cards": remindExpiringCards,
  "look-again-at-webhooks": lookAgainAtWebhooks,
  "send-mails": sendMails,
};

const EVERY_MINUTE = "* * * * *";

/** Starts working; the answer stops it, after the jobs in hand. */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 4, retentionHours: 1 });
  boss.on("error", (error) => log.error("queue.error", { error }));
  const stopping = new AbortController();
  await boss.start();
  for (const job of JOBS) {
    // "short": one waiting job of a kind is enough, however often it is asked for. No retries: pg-boss takes a long
    // run for a dead one, and would hand it out again on top of the next minute's.
    await boss.createQueue(job, { name: job, policy: "short", retryLimit: 0 });
    await boss.work(job, { pollingIntervalSeconds: 1 }, () => run(job, stopping.signal));
    await boss.schedule(job, EVERY_MINUTE);
  }
  return () => {
    stopping.abort();
    return boss.stop({ graceful: true, wait: true, timeout: 10_000 });
  };
}

/** A failed job is not retried by the queue: the rows are still due in a minute. */
async function run(job: JobName, signal: AbortSignal) {
  try {
    const count = await HANDLERS[job](signal);
    if (count > 0) log.info("job.done", { job, count });
    await noteRun(job, { count });
  } catch (error) {
    log.error("job.failed", { job, error });
    await noteRun(job, { failure: error instanceof Error ? error.message : "unknown failure" }).catch(
      () => {},
    );
  }
}
