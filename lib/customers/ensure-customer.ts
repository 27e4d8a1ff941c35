import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { toLogFields } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { type CustomerInput, NotFoundError, ProcessOutError } from "@/lib/processout";
import { customerInput } from "./customer-profile";

/** The viewer's ProcessOut Customer in this project, or null: most visitors never need one, so none is made for them. */
export async function getCustomerId(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({ where: { userId_projectId: inScope(viewer) } });
  return row?.customerId ?? null;
}

/** Whose Customer this is, or null when this shop does not know it: other apps may share the project. */
export async function getCustomerOwner(customerId: string): Promise<string | null> {
  const projectId = env().PROCESSOUT_PROJECT_ID;
  const row = await db().processOutCustomer.findUnique({
    where: { projectId_customerId: { projectId, customerId } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/**
 * The viewer's Customer, made if there is none. However many tabs, replicas and crashes meet here, one remains:
 * a claim row is committed first, its id and generation are the idempotency key, and the bytes sent are kept in
 * it, so every caller and every retry makes the very same request.
 *
 * ProcessOut documents the key but not its replay, and has no search by our reference, so a Customer cannot be
 * looked up before it is made. Should a replay ever answer with a second one, the first written stays and the
 * other is deleted; only a crash in that very moment would leave it there, empty.
 */
export async function ensureCustomer(viewer: Viewer): Promise<string> {
  const claim = await claimCustomer(viewer);
  if (claim.customerId) return claim.customerId;

  const input: CustomerInput = JSON.parse(claim.profile);
  const idempotencyKey = `customer:${claim.id}:${claim.generation}`;
  const { id } = await processout().customers.create(input, { idempotencyKey });

  const { count } = await db().processOutCustomer.updateMany({
    where: { id: claim.id, generation: claim.generation, customerId: null },
    data: { customerId: id },
  });
  if (count === 1) {
    log.info("customer.created", { userId: viewer.userId, customerId: id, generation: claim.generation });
    // The claim may be older than the profile: what changed in between was not sent.
    await catchUpProfile(viewer);
    return id;
  }
  const adopted = await ensureCustomer(viewer);
  if (adopted !== id) await deleteSurplus(id);
  return adopted;
}

/** Sends what changed in the viewer's profile. A viewer without a Customer costs no call. */
export async function syncCustomerProfile(viewer: Viewer): Promise<void> {
  const row = await db().processOutCustomer.findUnique({ where: { userId_projectId: inScope(viewer) } });
  if (!row?.customerId) return;
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const input = customerInput(user);
  const profile = JSON.stringify(input);
  if (profile === row.profile) return;

  const { reference_id: _fixed, ...update } = input;
  const idempotencyKey = `profile:${row.id}:${user.updatedAt.toISOString()}`;
  try {
    await processout().customers.update(row.customerId, update, { idempotencyKey });
  } catch (error) {
    if (!isCustomerGone(error)) throw error;
    await forgetCustomer(viewer, row.customerId);
    return;
  }
  await db().processOutCustomer.updateMany({
    where: { id: row.id, customerId: row.customerId },
    data: { profile },
  });
}

/** Tells ProcessOut a profile change that it did not take earlier. It stands in nobody's way. */
async function catchUpProfile(viewer: Viewer) {
  try {
    await syncCustomerProfile(viewer);
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("profile.sync-postponed", { userId: viewer.userId, ...toLogFields(error) });
  }
}

/**
 * Runs `use` with the viewer's Customer. When ProcessOut no longer knows it (deleted there, another account behind
 * the same project id), a new one is made and `use` runs once more.
 */
export async function withCustomer<T>(viewer: Viewer, use: (customerId: string) => Promise<T>): Promise<T> {
  await catchUpProfile(viewer);
  const customerId = await ensureCustomer(viewer);
  try {
    return await use(customerId);
  } catch (error) {
    if (!isCustomerGone(error)) throw error;
    await forgetCustomer(viewer, customerId);
    return use(await ensureCustomer(viewer));
  }
}

export const isCustomerGone = (error: unknown) =>
  error instanceof NotFoundError && error.code === "resource.customer.not-found";

/**
 * Opens the next generation for a Customer that ProcessOut does not know, and lets go of its cards. The condition
 * on the id makes it happen once, however many callers find out at the same time.
 */
export async function forgetCustomer(viewer: Viewer, customerId: string): Promise<void> {
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const profile = JSON.stringify(customerInput(user));
  const removedAt = await now();
  const [{ count }] = await db().$transaction([
    db().processOutCustomer.updateMany({
      where: { ...inScope(viewer), customerId },
      data: { customerId: null, generation: { increment: 1 }, profile, defaultTokenId: null, currency: null },
    }),
    db().savedCard.updateMany({
      where: { ...inScope(viewer), customerId, removedAt: null },
      data: { state: "removed", isChargeable: false, cardId: null, removedAt },
    }),
  ]);
  if (count === 1) log.warn("customer.gone", { userId: viewer.userId, customerId });
}

/**
 * The next number in the viewer's order of readings and changes at ProcessOut. Taken before a reading, it keeps an
 * older answer from overwriting a newer one; taken before a change, it makes that change's idempotency key.
 */
export async function takeTick(viewer: Viewer): Promise<number> {
  const { tick } = await db().processOutCustomer.update({
    where: { userId_projectId: inScope(viewer) },
    data: { tick: { increment: 1 } },
    select: { tick: true },
  });
  return tick;
}

async function claimCustomer(viewer: Viewer) {
  const where = { userId_projectId: inScope(viewer) };
  const claimed = await db().processOutCustomer.findUnique({ where });
  if (claimed) return claimed;
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const profile = JSON.stringify(customerInput(user));
  await db().processOutCustomer.createMany({ data: { ...inScope(viewer), profile }, skipDuplicates: true });
  return db().processOutCustomer.findUniqueOrThrow({ where });
}

async function deleteSurplus(customerId: string) {
  log.warn("customer.surplus", { customerId });
  try {
    await processout().customers.delete(customerId, { idempotencyKey: `surplus:${customerId}` });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}
