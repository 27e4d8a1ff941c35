import type { Money } from "@/lib/platform/money";
import type { VelocityLimit } from "@/prisma/generated/enums";

/** The rows of the office's overview and of its audit log. */

/** An e-mail that the mail server has not accepted so far. */
export type FailedMail = {
  key: string;
  to: string;
  subject: string;
  problem: string;
  attempts: number;
  queuedAt: Date;
  /** Null when the worker has stopped retrying. */
  nextAt: Date | null;
};

export type OfficeJob = {
  job: string;
  title: string;
  ranAt: Date | null;
  workedAt: Date | null;
  workCount: number;
  failedAt: Date | null;
  failure: string | null;
};

/** A job's code name and what it does, in words. */
export type JobWords = { name: string; title: string };

/** A row that a job could not process. */
export type OfficeStalledRow = {
  job: string;
  rowId: string;
  failures: number;
  failure: string;
  failedAt: Date;
  /** Null when the job has stopped trying. */
  retryAt: Date | null;
};

/** What a person has to look at today, of one kind: the longest waiting first, at most five of `count`. */
export type AttentionGroup = {
  title: string;
  count: number;
  /** The list with all of them. */
  allHref: string;
  rows: AttentionRow[];
};

export type AttentionRow = { key: string; href: string; sentence: string; since: Date };

/** Presses that the limit on attempts stopped before a bank was asked. */
export type OfficeStoppedAttempts = {
  key: string;
  /** What was pressed. */
  entryPoint: string;
  limit: VelocityLimit;
  count: number;
  /** The account that pressed last. Null for a guest. */
  user: { id: string; email: string } | null;
  lastAt: Date;
};

/** An entry of the audit log. */
export type StaffAction = {
  id: string;
  /** The e-mail address of the staff member. */
  staff: string;
  action: string;
  subject: string;
  detail: string;
  at: Date;
};

export type Overview = {
  /** Captured in the last 24 hours minus refunds, one amount per currency. */
  captured: Money[];
  /** Payments that are not final. */
  pendingPayments: number;
  declinedToday: number;
};

export type OfficeCspReport = {
  directive: string;
  /** An origin, or a word such as `inline`. */
  blocked: string;
  page: string;
  count: number;
  lastAt: Date;
};
