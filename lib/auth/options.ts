import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { nextAuthCookies, SESSION_MAX_AGE_SECONDS } from "./cookies";
import { safePath } from "./return-path";
import { providers } from "./sign-in-methods";
import { countSignInLinks, getSessionUser } from "./users";

const MAX_LIVE_LINKS = 3;

/** `more` are providers besides those that the environment configures. Built on the first request: needs the database. */
export function authOptions(...more: NextAuthOptions["providers"]): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: PrismaAdapter(db()),
    providers: [...more, ...providers(env())],
    cookies: nextAuthCookies(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/sign-in/sent" },
    callbacks: {
      /** Sends no fourth link while three are valid; the response is the same, so it tells a stranger nothing. */
      async signIn({ user, email }) {
        if (!email?.verificationRequest || !user.email) return true;
        const live = await countSignInLinks(user.email, new Date());
        return live < MAX_LIVE_LINKS || "/sign-in/sent";
      },
      async jwt({ token, user }) {
        if (!user) return token;
        const row = await getSessionUser(user.id);
        return { sub: user.id, epoch: row?.sessionEpoch };
      },
      /** This app does not read `/api/auth/session`, so the route discloses nothing but the expiry. */
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url, baseUrl)}`,
    },
    logger: {
      error: (code, detail) => log.error("auth.failed", { code, error: causeOf(detail) }),
      warn: (code) => log.warn("auth.warned", { code }),
      debug: () => {},
    },
  };
}

const causeOf = (detail: Error | { error: Error }) => (detail instanceof Error ? detail : detail.error);
