import { render } from "@react-email/render";
import { createTransport } from "nodemailer";
import { SignInMail } from "@/lib/auth/sign-in-email";
import { keepInOutbox, type Mail } from "@/lib/demo/outbox";
import { env } from "@/lib/platform/env";

/** Sends over SMTP. In the demo nothing leaves the machine: the mail is kept in the database for `/outbox`. */
export async function sendMail(mail: Mail): Promise<void> {
  const { DEMO, EMAIL_SERVER, EMAIL_FROM } = env();
  if (DEMO) return keepInOutbox(mail);
  if (!EMAIL_SERVER) throw new Error("EMAIL_SERVER is not set, so no mail can be sent");
  await createTransport(EMAIL_SERVER).sendMail({ from: EMAIL_FROM, ...mail });
}

export async function sendSignInMail(to: string, url: string): Promise<void> {
  const mail = SignInMail({ url });
  const [html, text] = await Promise.all([render(mail), render(mail, { plainText: true })]);
  await sendMail({ to, subject: "Your way aboard Halyard Coffee", html, text });
}
