import type { NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { canSendMail } from "@/lib/mail/send";
import { type Env, env } from "@/lib/platform/env";
import { lookUp } from "@/lib/platform/typed-text";
import { normalizeEmail } from "./email-address";
import { LINK_LIFETIME, LINK_LIFETIME_SECONDS, sendSignInEmail } from "./sign-in-email";
import { confirmPageOf } from "./sign-in-request";

const OAUTH = [
  { id: "github", name: "GitHub" },
  { id: "google", name: "Google" },
];

/** The ways to sign in that work here: a link by e-mail when e-mails can be sent, OAuth when it is configured. */
export function providers(env: Env): NextAuthOptions["providers"] {
  const providers: NextAuthOptions["providers"] = [];
  if (canSendMail(env)) {
    providers.push(
      EmailProvider({
        maxAge: LINK_LIFETIME_SECONDS,
        normalizeIdentifier: requireEmail,
        sendVerificationRequest: ({ identifier, url }) => sendSignInEmail(identifier, confirmPageOf(url)),
      }),
    );
  }
  if (env.GITHUB_ID && env.GITHUB_SECRET) {
    providers.push(GitHubProvider({ clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET }));
  }
  if (env.GOOGLE_ID && env.GOOGLE_SECRET) {
    providers.push(GoogleProvider({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET }));
  }
  return providers;
}

/** The form's address was checked before next-auth is called: see `findDetour`. */
function requireEmail(text: string): string {
  const address = normalizeEmail(text);
  if (!address) throw new Error("The address was not checked");
  return address;
}

/** For the sign-in page, from the list that next-auth is given: it never offers a way that does not work. */
export function listSignInMethods() {
  const ids = providers(env()).map(({ id }) => id);
  return { email: ids.includes("email"), oauth: OAUTH.filter(({ id }) => ids.includes(id)) };
}

/** next-auth's error codes (its pages/error documentation), in sentences that do not disclose who has an account. */
const FAILURES: Record<string, string> = {
  Verification: `That link has been used already or is more than ${LINK_LIFETIME} old. Ask for a new one.`,
  EmailAddress: "Enter one e-mail address, such as you@example.com.",
  TooManyLinks: "Too many sign-in links were asked for. Please wait a quarter of an hour and try again.",
  EmailSignin: "We could not send a link to that address. Check it and try again.",
  OAuthAccountNotLinked: "You first signed in another way. Use that way again, or an e-mail link.",
  OAuthCreateAccount: "That account shares no e-mail address with us. Use an e-mail link instead.",
  AccessDenied: "You did not give access. Try again, or sign in another way.",
};

export const signInFailure = (code: string) =>
  lookUp(FAILURES, code) ?? "Signing in did not work. Please try again.";
