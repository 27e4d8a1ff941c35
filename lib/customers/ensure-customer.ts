import { inScope } from "@/lib/auth/scope";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { processout } from "@/lib/platform/processout";
import { type CustomerInput, InvalidRequestError, NotFoundError, ProcessOutError } from "@/lib/processout";
import type { ProcessOutCustomer } from "@/prisma/generated/client";
import { forgetCustomer, isCustomerGone } from "./customer-gone";
import { customerInput } from "./profile";

/** The viewer's ProcessOut Customer in this project, or null. Visitors who save no card and pay nothing have none. */
export async function getCustomerId(viewer: Viewer): Promise<string | null> {
  const row = await db().processOutCustomer.findUnique({ where: { userId_projectId: inScope(viewer) } });
  return row?.customerId ?? null;
}

/** The user that a Customer belongs to, or null when it is unknown here: other apps may share the project. */
export async function getCustomerOwner(customerId: string): Promise<string | null> {
  const projectId = env().PROCESSOUT_PROJECT_ID;
  const row = await db().processOutCustomer.findUnique({
    where: { projectId_customerId: { projectId, customerId } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/**
 * Runs `use` with the viewer's Customer, after sending profile changes that ProcessOut does not have yet. When
 * ProcessOut no longer knows the Customer, a new one is created and `use` runs once more.
 */
export async function withCustomer<T>(viewer: Viewer, use: (customerId: string) => Promise<T>): Promise<T> {
  await trySyncProfile(viewer);
  const customerId = await ensureCustomer(viewer);
  try {
    return await use(customerId);
  } catch (error) {
    if (!isCustomerGone(error)) throw error;
    await forgetCustomer(viewer, customerId);
    return use(await ensureCustomer(viewer));
  }
}

/**
 * Returns the viewer's Customer, creating it if there is none. Concurrent tabs, replicas and crashes end with one: a
 * row is committed first, its id and generation are the idempotency key, and the request body is kept in it, so every
 * caller and every retry sends the same request.
 *
 * ProcessOut documents the key but not its replay, and has no search by `reference_id`, so a Customer cannot be looked
 * up before it is created. If a replay ever returns a second Customer, the first one written stays and the other is
 * deleted; only a crash between these two steps would leave it there, without tokens.
 */
export async function ensureCustomer(viewer: Viewer): Promise<string> {
  const row = await ensureRow(viewer);
  if (row.customerId) return row.customerId;

  const input: CustomerInput = JSON.parse(row.profile);
  const idempotencyKey = `customer:${row.id}:${row.generation}`;
  const { id } = await processout()
    .customers.create(input, { idempotencyKey })
    .catch((error) => forgetRefusedProfile(row, error));

  const { count } = await db().processOutCustomer.updateMany({
    where: { id: row.id, generation: row.generation, customerId: null },
    data: { customerId: id },
  });
  if (count === 1) {
    log.info("customer.created", { userId: viewer.userId, customerId: id, generation: row.generation });
    // The row may be older than the profile: changes made in between were not sent.
    await trySyncProfile(viewer);
    return id;
  }
  const existing = await ensureCustomer(viewer);
  if (existing !== id) await deleteSurplus(id);
  return existing;
}

async function ensureRow(viewer: Viewer) {
  const where = { userId_projectId: inScope(viewer) };
  const existing = await db().processOutCustomer.findUnique({ where });
  if (existing) return existing;
  const user = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const profile = JSON.stringify(customerInput(user));
  await db().processOutCustomer.createMany({ data: { ...inScope(viewer), profile }, skipDuplicates: true });
  return db().processOutCustomer.findUniqueOrThrow({ where });
}

/** ProcessOut would repeat its refusal under the same key: the next attempt sends the profile as it is then, under another. */
async function forgetRefusedProfile(row: ProcessOutCustomer, error: unknown): Promise<never> {
  if (error instanceof InvalidRequestError) {
    const user = await db().user.findUniqueOrThrow({ where: { id: row.userId } });
    await db().processOutCustomer.updateMany({
      where: { id: row.id, generation: row.generation, customerId: null },
      data: { generation: { increment: 1 }, profile: JSON.stringify(customerInput(user)) },
    });
  }
  throw error;
}

async function deleteSurplus(customerId: string) {
  log.warn("customer.surplus", { customerId });
  try {
    await processout().customers.delete(customerId, { idempotencyKey: `surplus:${customerId}` });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

/**
 * Sends the viewer's profile to ProcessOut if it differs from what was sent last. Makes no call for a viewer without a
 * Customer. Throws ProcessOutError when the profile could not be sent; `withCustomer` tries again.
 */
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

/** `syncCustomerProfile` for callers that go on without it: a failure is logged. */
async function trySyncProfile(viewer: Viewer) {
  try {
    await syncCustomerProfile(viewer);
  } catch (error) {
    if (!(error instanceof ProcessOutError)) throw error;
    log.warn("profile.sync-postponed", { userId: viewer.userId, error });
  }
}
