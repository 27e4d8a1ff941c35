import { Letter, Paragraph } from "@/lib/mail/letter";
import { renderMail } from "@/lib/mail/queue";
import { sendMail } from "@/lib/mail/send";

export const LINK_LIFETIME_SECONDS = 15 * 60;

/** Sent at once, not queued: the shopper is waiting for it, and a link that arrives late is no use. */
export async function sendSignInEmail(to: string, url: string): Promise<void> {
  const content = await renderMail(<SignInEmail url={url} />);
  await sendMail({ to, subject: "Sign in to Halyard Coffee", ...content });
}

const SignInEmail = ({ url }: { url: string }) => (
  <Letter
    preview="Your sign-in link. It works once, for 15 minutes."
    heading="Sign in to Halyard Coffee"
    action={{ label: "Sign in", url }}
    footnote="If you did not ask for this e-mail, ignore it. Without the link, nobody can sign in."
  >
    <Paragraph>Press the button to sign in. The link works once, for 15 minutes.</Paragraph>
  </Letter>
);
