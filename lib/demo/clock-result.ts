import type { SignedInUser } from "@/lib/auth/session";
import type { Job } from "@/lib/jobs/job";
import { wake } from "@/lib/jobs/queue";
import { db } from "@/lib/platform/db";
import { listCharges } from "./clock-charges"; // eject: subscriptions
import { getLastMove } from "./demo-clock";

/** What happened since the clock was last moved: one line an event, with the page that shows it. */
type ClockResult = { isDone: boolean; lines: { text: string; href: string }[] };

/**
 * What the worker did since the clock was last moved: for a shopper their own charges and e-mails, for staff those of all
 * users. `isDone` once every job has run at the new time, and `mailJob`, which sends what the others wrote, after the last of
 * them that did something.
 */
export async function readClockResult(
  user: Pick<SignedInUser, "userId" | "email" | "role"> | null,
  jobs: readonly Job[],
  mailJob: Job,
): Promise<ClockResult> {
  const move = await getLastMove();
  if (!move) return { isDone: true, lines: [] };
  const isDone = await haveRun(jobs, mailJob, move.to);
  const lines = user
    ? [
        ...(await listCharges(user, move.from)), // eject: subscriptions
        ...(await listMails(user, move.from)),
      ]
    : [];
  return { isDone, lines };
}

async function haveRun(jobs: readonly Job[], mailJob: Job, since: Date): Promise<boolean> {
  const runs = new Map((await db().jobRun.findMany()).map((run) => [run.job, run]));
  const late = jobs.filter(({ name }) => (runs.get(name)?.ranAt ?? EPOCH) < since);
  const lastWork = Math.max(
    ...jobs.filter((job) => job !== mailJob).map(({ name }) => Number(runs.get(name)?.workedAt ?? EPOCH)),
  );
  if (late.length === 0 && Number(runs.get(mailJob.name)?.ranAt) < lastWork) late.push(mailJob);
  await Promise.all(late.map(wake));
  return late.length === 0;
}

async function listMails({ email, role }: Pick<SignedInUser, "email" | "role">, from: Date) {
  const sent = { sentAt: { not: null }, queuedAt: { gt: from } };
  const count = await db().queuedMail.count({ where: role === "staff" ? sent : { ...sent, to: email } });
  if (count === 0) return [];
  const href = role === "staff" ? "/outbox" : `/outbox?to=${encodeURIComponent(email)}`;
  return [{ text: count === 1 ? "1 e-mail" : `${count} e-mails`, href }];
}

const EPOCH = new Date(0);
