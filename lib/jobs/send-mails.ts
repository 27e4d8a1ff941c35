import { listCardsToTell, tellOfCard } from "@/lib/data/cards/alerts";
import { markSent, takeMail } from "@/lib/data/mail-queue";
import { listOrdersWithoutReceipt, queueReceipt } from "@/lib/data/orders/receipts";
import { log } from "@/lib/log";
import { sendMail } from "@/lib/mails/send";
import { eachOf } from "./each-of";

const AT_ONCE = 5;
const LIMIT = 200;

/** Writes what rows say is to be told, then sends what waits. A mail that fails is tried again after its lease. */
export async function sendMails(): Promise<number> {
  await eachOf("send-mails", await listOrdersWithoutReceipt({ limit: LIMIT }), AT_ONCE, queueReceipt);
  await eachOf("send-mails", await listCardsToTell({ limit: LIMIT }), AT_ONCE, tellOfCard);
  let count = 0;
  for (let mail = await takeMail(); mail; mail = await takeMail()) {
    try {
      const { to, subject, html, text } = mail;
      await sendMail({ to, subject, html, text });
      await markSent(mail.key);
      count += 1;
    } catch (error) {
      log.error("mail.failed", { key: mail.key, error });
    }
  }
  return count;
}
