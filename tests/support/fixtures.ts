import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { registerFeatures } from "@/app/register";
import { sealSession, sessionCookieName } from "@/lib/auth/cookies";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { createProcessOut, type ProcessOut } from "@/lib/processout";
import type { PrismaClient, User } from "@/prisma/generated/client";
import { test as base } from "./kept-pages";
import { watchPages } from "./page-watch";
import { createSandboxControl, type SandboxControl } from "./sandbox-control";

type Fixtures = {
  /** Console errors that a test brings about on purpose, such as the browser's own line for a 404. */
  expectedErrors: RegExp[];
  /** A shopper of this test alone. */
  user: User;
  /** The same shopper, with a session in the browser as signing in would have left it. */
  signedIn: User;
  sandbox: SandboxControl;
  /** ProcessOut (the sandbox) as the merchant sees it. */
  processout: ProcessOut;
  database: PrismaClient;
  pagesWatched: undefined;
};

// Some tests call the shop's own functions, and all tell the time by its clock.
registerFeatures();

/** Every test has its own people and its own pages, so all of them run at the same time, in any order. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  database: ({}, use) => use(db()),

  user: async ({ database }, use) => {
    const name = "Robin Test";
    const email = `robin-${randomUUID()}@shoppers.example`;
    const user = await database.user.create({ data: { email, name, emailVerified: new Date() } });
    await use(user);
    await database.user.deleteMany({ where: { id: user.id } });
  },

  signedIn: async ({ user, context }, use) => {
    const value = await sealSession({ userId: user.id, epoch: user.sessionEpoch });
    await context.addCookies([
      { name: sessionCookieName(), value, url: env().NEXTAUTH_URL, httpOnly: true, sameSite: "Lax" },
    ]);
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

  pagesWatched: [
    async ({ context, expectedErrors }, use) => {
      const complaints = watchPages(context, expectedErrors);
      await use(undefined);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
