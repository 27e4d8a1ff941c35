import { Letter, Paragraph } from "@/lib/mail/letter";
import { renderMail } from "@/lib/mail/queue";
import { sendMail } from "@/lib/mail/send";
import { SHOP } from "@/lib/platform/shop-identity";

export const LINK_LIFETIME_SECONDS = 15 * 60;
/** As sentences name it. */
export const LINK_LIFETIME = `${LINK_LIFETIME_SECONDS / 60} minutes`;
const TITLE = `Sign in to ${SHOP.name}`;

/** Sent at once, not queued: the shopper is waiting for it, and a link that arrives late is no use. */
export async function sendSignInEmail(to: string, url: string): Promise<void> {
  const content = await renderMail(<SignInEmail url={url} />);
  await sendMail({ to, subject: TITLE, ...content });
}

const SignInEmail = ({ url }: { url: string }) => (
  <Letter
    preview={`Your sign-in link. It works once, for ${LINK_LIFETIME}.`}
    heading={TITLE}
    action={{ label: "Sign in", url }}
    footnote="If you did not ask for this e-mail, ignore it. Without the link, nobody can sign in."
  >
    <Paragraph>{`Press the button to sign in. The link works once, for ${LINK_LIFETIME}.`}</Paragraph>
  </Letter>
);
