import { createTransport } from "nodemailer";
import { demoPort } from "@/lib/platform/demo-port"; // eject: demo
import { type Env, env } from "@/lib/platform/env";

export type Mail = { to: string; subject: string; html: string; text: string };

/** Sends one e-mail over SMTP (`EMAIL_SERVER`). Throws when the mail server does not accept it. */
export async function sendMail(mail: Mail): Promise<void> {
  const demo = demoPort(); // eject: demo
  if (demo) return demo.keepMail(mail); // eject: demo
  const { EMAIL_SERVER, EMAIL_FROM } = env();
  if (!EMAIL_SERVER) throw new Error("EMAIL_SERVER is not set, so no e-mail can be sent");
  await createTransport(EMAIL_SERVER).sendMail({ from: EMAIL_FROM, ...mail });
}

/** Whether this process can send e-mails. */
export function canSendMail({ EMAIL_SERVER }: Pick<Env, "EMAIL_SERVER">): boolean {
  if (demoPort()) return true; // eject: demo
  return EMAIL_SERVER !== undefined;
}
