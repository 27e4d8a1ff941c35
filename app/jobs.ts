import { sweepSignIns } from "@/lib/auth/jobs";
import { queueCardEmails, reconcileCards, remindExpiringCards, sweepCards } from "@/lib/cards/jobs";
import type { Job } from "@/lib/jobs/job";
import { sendMailsAfter } from "@/lib/mail/jobs";
import * as payments from "@/lib/payments/jobs"; // eject: payments
import { chargeDueSubscriptions } from "@/lib/renewals/jobs"; // eject: renewals
import { applyRefundDecisions } from "@/lib/subscriptions/jobs"; // eject: subscriptions
import { retryWebhooksWith } from "@/lib/webhooks/jobs";
import { WEBHOOK_HANDLERS } from "./webhook-handlers";

export const retryWebhooks = retryWebhooksWith(WEBHOOK_HANDLERS);
export const sendMails = sendMailsAfter(
  payments.queueReceipts, // eject: payments
  queueCardEmails,
);

/** Everything the worker runs. */
export const JOBS: readonly Job[] = [
  reconcileCards,
  sweepCards,
  sweepSignIns,
  remindExpiringCards,
  payments.reconcilePayments, // eject: payments
  payments.reconcileRefunds, // eject: payments
  payments.sweepAddresses, // eject: payments
  payments.sweepCarts, // eject: payments
  chargeDueSubscriptions, // eject: renewals
  applyRefundDecisions, // eject: subscriptions
  retryWebhooks,
  sendMails,
];
