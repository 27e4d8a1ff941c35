import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { findPersona } from "@/lib/demo/personas";
import { sendSignInMail } from "@/lib/mail/send";
import type { Env } from "@/lib/platform/env";
import { ensurePersona } from "./users";

const LINK_LIFETIME_SECONDS = 15 * 60;

/** The doors that exist here: personas in the demo alone, mail when it can be sent, OAuth when configured. */
export function providers(env: Env): NextAuthOptions["providers"] {
  const doors: NextAuthOptions["providers"] = [];
  if (env.DEMO) doors.push(personaProvider());
  if (env.DEMO || env.EMAIL_SERVER) doors.push(emailProvider());
  if (env.GITHUB_ID && env.GITHUB_SECRET) {
    doors.push(GitHubProvider({ clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET }));
  }
  if (env.GOOGLE_ID && env.GOOGLE_SECRET) {
    doors.push(GoogleProvider({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET }));
  }
  return doors;
}

const personaProvider = () => ({
  ...CredentialsProvider({
    credentials: { persona: {} },
    async authorize(form) {
      const persona = findPersona(form?.persona);
      return persona ? ensurePersona(persona) : null;
    },
  }),
  id: "persona",
});

const emailProvider = () =>
  EmailProvider({
    maxAge: LINK_LIFETIME_SECONDS,
    sendVerificationRequest: ({ identifier, url }) => sendSignInMail(identifier, url),
  });
