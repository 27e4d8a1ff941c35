import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { safePath } from "./callback-url";
import { providers } from "./providers";
import { SESSION_MAX_AGE_SECONDS } from "./session-cookie";
import { countSignInLinks, getSessionUser } from "./users";

const LINKS_AT_A_TIME = 3;

/** Made on the first request, not at build time: it needs the environment and the database. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: PrismaAdapter(db()),
    providers: providers(env()),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/sign-in/sent" },
    callbacks: {
      /** A fourth link while three are still good is not sent, and looks exactly as if it were. */
      async signIn({ user, email }) {
        if (!email?.verificationRequest || !user.email) return true;
        const live = await countSignInLinks(user.email, new Date());
        return live < LINKS_AT_A_TIME || "/sign-in/sent";
      },
      async jwt({ token, user }) {
        if (!user) return token;
        const row = await getSessionUser(user.id);
        return { sub: user.id, epoch: row?.sessionEpoch };
      },
      /** `/api/auth/session` is not how this app learns who is there, so it tells a script nothing. */
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
