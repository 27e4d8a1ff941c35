import type { Job } from "@/lib/jobs/job";
import { log } from "@/lib/platform/log";
import { leaseMail, markFailed, markSent } from "./queue";
import { sendMail } from "./send";

/** The name under which what queues owed e-mails records rows that it could not process (lib/jobs/stalled-rows.ts). */
export const SEND_MAILS = "send-mails";

/** After this many failures in a row the mail server is taken to be down, and the run ends. */
const MAX_FAILURES = 5;

/**
 * Sends every queued e-mail that is due. One that fails is due again later. `queueOwed` runs first: what queues the
 * e-mails that rows of the features say are owed (receipts, notices about cards).
 */
export const sendMailsAfter = (...queueOwed: (() => Promise<unknown>)[]) =>
  ({
    name: SEND_MAILS,
    title: "Sends e-mails",
    async run() {
      for (const queue of queueOwed) await queue();
      return sendDueMails();
    },
  }) satisfies Job;

async function sendDueMails(): Promise<number> {
  let count = 0;
  let failures = 0;
  while (failures < MAX_FAILURES) {
    const mail = await leaseMail();
    if (!mail) break;
    try {
      const { to, subject, html, text } = mail;
      await sendMail({ to, subject, html, text });
      await markSent(mail);
      count += 1;
      failures = 0;
    } catch (error) {
      log.error("mail.failed", { key: mail.key, error });
      await markFailed(mail, error instanceof Error ? error.message : "unknown failure");
      failures += 1;
    }
  }
  return count;
}
