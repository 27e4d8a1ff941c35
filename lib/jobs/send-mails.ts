import { markSent, takeMail } from "@/lib/data/mail-queue";
import { log } from "@/lib/log";
import { sendMail } from "@/lib/mails/send";

/** Sends what waits. A mail that fails is left for its lease to run out and tried again. */
export async function sendMails(): Promise<number> {
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
