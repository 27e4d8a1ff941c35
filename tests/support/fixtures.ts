import { type BrowserContext, expect } from "@playwright/test";
import { registerFeatures } from "@/app/register";
import { sessionCookieName } from "@/lib/auth/cookies";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { createProcessOut, type ProcessOut } from "@/lib/processout";
import type { PrismaClient, User } from "@/prisma/generated/client";
import { collectPageErrors } from "./page-errors";
import { test as base } from "./page-texts";
import { createSandboxControl, type SandboxControl } from "./sandbox-control";
import { createUser, signIn } from "./users";

type Fixtures = {
  /** Console errors that a test causes on purpose, such as the browser's line for a 404. */
  expectedErrors: RegExp[];
  /** A shopper of this test alone. */
  user: User;
  /** The same shopper, with a session cookie in the browser. */
  signedIn: User;
  sandbox: SandboxControl;
  /** The API client with the merchant's keys. */
  processout: ProcessOut;
  database: PrismaClient;
  pageErrors: undefined;
};

// Some tests call the shop's own functions, and all tell the time by its clock.
registerFeatures();

/** Every test has its own users and pages, so that all tests run in parallel and in any order. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  database: ({}, use) => use(db()),

  user: async ({ database }, use) => {
    const user = await createUser({ emailVerified: new Date() });
    await use(user);
    await database.user.deleteMany({ where: { id: user.id } });
  },

  signedIn: async ({ user, context }, use) => {
    await signInAs(context, user);
    await use(user);
  },

  sandbox: async ({}, use) => {
    const control = createSandboxControl();
    await use(control);
    await control.removeFaults();
  },

  processout: ({}, use) => {
    const {
      PROCESSOUT_PROJECT_ID: projectId,
      PROCESSOUT_PRIVATE_KEY: privateKey,
      PROCESSOUT_API_URL: baseUrl,
    } = env();
    return use(createProcessOut({ projectId, privateKey, baseUrl }));
  },

  pageErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors = collectPageErrors(context, expectedErrors);
      await use(undefined);
      // A request that a route of the test holds may still be under way, such as a prefetch.
      for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(errors, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** Puts a session cookie of the user into a browser. */
export async function signInAs(context: BrowserContext, user: { id: string }) {
  const value = await signIn(user);
  await context.addCookies([
    { name: sessionCookieName(), value, url: env().NEXTAUTH_URL, httpOnly: true, sameSite: "Lax" },
  ]);
}

export { expect };
