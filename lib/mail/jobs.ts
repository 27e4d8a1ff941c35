import { listCardsToTell, tellOfCard } from "@/lib/cards/alerts";
import { eachOf } from "@/lib/jobs/for-each-concurrent";
import { listOrdersWithoutReceipt, queueReceipt } from "@/lib/payments/receipts";
import { log } from "@/lib/platform/log";
import { markFailed, markSent, takeMail } from "./queue";
import { sendMail } from "./send";

const AT_ONCE = 5;
const LIMIT = 200;
/** After as many failures in a row the mail server is down, and the rest need not find that out. */
const MAX_FAILURES = 5;

/** Writes what rows say is to be told, then sends what is due. A mail that fails is due again later. */
export async function sendMails(): Promise<number> {
  await eachOf("send-mails", await listOrdersWithoutReceipt({ limit: LIMIT }), AT_ONCE, queueReceipt);
  await eachOf("send-mails", await listCardsToTell({ limit: LIMIT }), AT_ONCE, tellOfCard);
  let count = 0;
  let failures = 0;
  while (failures < MAX_FAILURES) {
    const mail = await takeMail();
    if (!mail) break;
    try {
      const { to, subject, html, text } = mail;
      await sendMail({ to, subject, html, text });
      await markSent(mail.key);
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
