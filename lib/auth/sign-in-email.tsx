import { Letter, Paragraph } from "@/lib/mail/letter";

/** The sign-in link. */
export const SignInMail = ({ url }: { url: string }) => (
  <Letter
    preview="Your sign-in link. It works once, for 15 minutes."
    heading="Welcome aboard."
    action={{ label: "Sign in to Halyard", url }}
    footnote="Did not ask for this? Leave it be; without the link nobody gets in."
  >
    <Paragraph>Press the button and you are signed in. The link works once, for 15 minutes.</Paragraph>
  </Letter>
);
