import { PrismaAdapter } from "@next-auth/prisma-adapter";
import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { getAddressKey } from "./client-address";
import {
  makeClaims,
  nextAuthCookies,
  openSession,
  readClaims,
  sessionCookieName,
  sessionMaxAgeSeconds,
} from "./cookies";
import { safePath } from "./return-path";
import { createSession, endSession } from "./sessions";
import { reserveSignInMail } from "./sign-in-limits";
import { providers } from "./sign-in-methods";

/** `more` are providers besides those that the environment configures. Built on the first request: needs the database. */
export function authOptions(...more: NextAuthOptions["providers"]): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: PrismaAdapter(db()),
    providers: [...more, ...providers(env())],
    cookies: nextAuthCookies(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds() },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/sign-in/sent" },
    callbacks: {
      /** A mailbox's limit has the response of success, so it tells a stranger nothing. */
      async signIn({ user, email }) {
        if (!email?.verificationRequest || !user.email) return true;
        const refusal = await reserveSignInMail(user.email, await getAddressKey());
        if (refusal === "mailbox") return "/sign-in/sent";
        return refusal ? "/sign-in?error=TooManyLinks" : true;
      },
      async jwt({ token, user }) {
        if (!user) return token;
        await endSessionOfBrowser();
        return makeClaims(await createSession(user.id));
      },
      /** This app does not read `/api/auth/session`, so the route discloses nothing but the expiry. */
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url, baseUrl)}`,
    },
    events: {
      async signOut({ token }) {
        const sessionId = readClaims(token);
        if (sessionId) await endSession(sessionId);
      },
    },
    logger: {
      // The browser's half of OAuth failed, or a stranger made it up: no error of this app.
      error: (code, detail) =>
        (code.startsWith("OAUTH_CALLBACK") ? log.warn : log.error)("auth.failed", {
          code,
          error: causeOf(detail),
        }),
      warn: (code) => log.warn("auth.warned", { code }),
      debug: () => {},
    },
  };
}

/** Signing in replaces the session of this browser, which may be another account's. */
async function endSessionOfBrowser(): Promise<void> {
  const sessionId = await openSession((await cookies()).get(sessionCookieName())?.value);
  if (sessionId) await endSession(sessionId);
}

const causeOf = (detail: Error | { error: Error }) => (detail instanceof Error ? detail : detail.error);
