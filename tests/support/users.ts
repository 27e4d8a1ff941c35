import { randomUUID } from "node:crypto";
import { sealSession } from "@/lib/auth/cookies";
import { createSession } from "@/lib/auth/sessions";
import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import type { Prisma, User } from "@/prisma/generated/client";

/** A new shopper with an e-mail address of their own, unless `data` says otherwise. */
export function createUser(data: Partial<Prisma.UserCreateInput> = {}): Promise<User> {
  const email = `${randomUUID()}@shoppers.example`;
  return db().user.create({ data: { email, name: "Robin Test", ...data } });
}

/** The value of the session cookie of a new session of the user. */
export const signIn = async ({ id }: { id: string }) => sealSession(await createSession(id));

/** The viewer of a new shopper. */
export const signUp = async (): Promise<Viewer> => makeViewer((await createUser()).id);
