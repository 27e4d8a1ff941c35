import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { sessionCookieName } from "@/lib/auth/cookies";
import { issueMobileToken } from "@/lib/auth/mobile-token";
import { createSession } from "@/lib/auth/sessions";
import { makeViewer } from "@/lib/auth/viewer";
import { saveCardUnverified, startCard } from "@/lib/cards/save-card";
import { db } from "@/lib/platform/db";
import { idle, RENDERED_FOR } from "@/lib/platform/form-state";
import { saveConfirmedCard } from "@/tests/support/cards"; // eject: subscriptions
import { fillCart, savedCard, start } from "@/tests/support/orders"; // eject: payments
import { withTestStack } from "@/tests/support/stack";
import { startWith } from "@/tests/support/subscriber"; // eject: subscriptions
import { createUser, signIn } from "@/tests/support/users";

// Every action and route of the build × caller × ids. A stranger's id has the answer of a missing one, and no row of
// the owner changes. The owner's own call shows that an action was reached at all.

const { jar } = vi.hoisted(() => {
  // Thousands of refusals.
  vi.stubEnv("LOG_LEVEL", "silent");
  return { jar: new Map<string, string>() };
});
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => jar.has(name) && { name, value: jar.get(name) },
    set: () => {},
    delete: () => {},
  }),
}));

const stack = withTestStack();
beforeAll(() => {
  const unlimited = "100000";
  for (const name of ["ACCOUNT", "CARD", "SHOP"]) vi.stubEnv(`CARD_ATTEMPTS_PER_${name}`, unlimited);
  vi.stubEnv("SHOPPER_READS_PER_MINUTE", unlimited);
});

/** Found by their place, so that a new one is tested without being named here. The demo's need no account. */
const listFiles = (name: string) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name && !file.includes("(demo)"))
    .sort();

type Caller = { userId: string; isSignedIn: boolean };

async function makeCaller(role: "shopper" | "staff" = "shopper"): Promise<Caller> {
  return { userId: (await createUser({ role })).id, isSignedIn: true };
}

const VISITOR: Caller = { userId: "", isSignedIn: false };

/** A shopper with one of everything, and the ids in all of their rows. */
async function makeOwner() {
  const owner = await makeCaller();
  const viewer = makeViewer(owner.userId);
  const { sandbox } = stack;
  await saveCardUnverified(viewer, { cardId: await sandbox.card("mastercard"), makeDefault: true });
  await startCard(viewer, { cardId: await sandbox.card("challenge"), makeDefault: false });
  await startWith(viewer, await saveConfirmedCard(viewer, await sandbox.card("visa")), "monthly"); // eject: subscriptions
  await start(await fillCart(viewer), await savedCard(viewer, await sandbox.card("frictionless"))); // eject: payments
  const ids = new Set<string>();
  for (const row of await rowsAbout([owner.userId])) {
    for (const [column, value] of Object.entries(row)) {
      const isId = /(^id|Id|key)$/.test(column) && !column.startsWith("scheme");
      if (isId && typeof value === "string") ids.add(value);
    }
  }
  return { ...owner, ids: [...ids].filter((id) => id !== owner.userId) };
}

/** Tables that every request changes. */
const VOLATILE = ["Session", "RateCount", "JobRun", "_prisma_migrations"];

type Row = Record<string, unknown>;

/** All rows of all tables that name one of these ids, or a row that does. */
async function rowsAbout(ids: string[]): Promise<Row[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`;
  const all: Row[] = [];
  for (const { name } of tables.filter((table) => !VOLATILE.includes(table.name))) {
    const rows = await db().$queryRawUnsafe<{ row: Row }[]>(
      `SELECT to_jsonb(t) || '{"table": "${name}"}' AS row FROM "${name}" t`,
    );
    all.push(...rows.map(({ row }) => row));
  }
  const known = new Set(ids);
  let found: Row[] = [];
  for (;;) {
    const next = all.filter((row) => Object.values(row).some((value) => known.has(String(value))));
    if (next.length === found.length) return found.sort(byText);
    found = next;
    for (const { id } of found) if (typeof id === "string") known.add(id);
  }
}

const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

/** Every field that an action takes, with `id` in each that names something, and right values in the others. */
function makeInput(id: string) {
  const address = { address1: "Quay 1", address2: "", zip: "5003", city: "Bergen", countryCode: "NO" };
  return {
    ...{ id, cardId: id, orderRef: id, paymentId: id, moveTo: id, row: id, key: id, eventId: id },
    ...{ decision: "end", reason: "other", amount: "1.00", refundable: "12.50", seriesAfter: "ends" },
    ...{ code: "customer.canceled", nickname: "Mine", makeDefault: true, size: "250g", grind: "filter" },
    ...{ sku: "landfall.250g.filter", slug: "landfall", quantity: 1, currency: "EUR", planId: "monthly" },
    ...{ fingerprint: "x", contact: { email: "a@shoppers.example", name: "A", ...address } },
    ...{ payWith: { kind: "saved", id }, consent: "cards-1" },
  };
}

type Action = (...sent: unknown[]) => Promise<unknown>;

/** The answers to a press with this id, as a form sends it, as a call and as a bound call, without the id itself. */
async function press(action: Action, { userId, isSignedIn }: Caller, id: string): Promise<string> {
  jar.clear();
  // A session of its own: one of the actions ends all others.
  if (isSignedIn) jar.set(sessionCookieName(), await signIn({ id: userId }));
  const input = makeInput(id);
  const form = new FormData();
  form.set(RENDERED_FOR, userId);
  for (const [name, value] of Object.entries(input)) form.set(name, String(value));
  const answers = [];
  for (const sent of [
    [idle, form],
    [input, userId],
    [input, input, userId],
  ]) {
    answers.push(await action(...sent).catch((error) => `threw ${error.digest ?? error.message}`));
  }
  return JSON.stringify(answers).replaceAll(id, "ID");
}

/** An id of the same kind that no row has: `card_000…`. */
const missing = (id: string) => id.replace(/[A-Za-z0-9-]{8,}$/, (end) => "0".repeat(end.length));

/** Actions last that end what the others need. */
const ENDING = /^(delete|cancel|discard|signOut|finish|pause)/;

describe.each(listFiles("actions.ts"))("the actions of %s", (file) => {
  let owner: Awaited<ReturnType<typeof makeOwner>>;
  let actions: [name: string, action: Action][];
  beforeAll(async () => {
    owner = await makeOwner();
    const all: [string, Action][] = Object.entries(await import(path.resolve("app", file)));
    actions = all.sort(([a], [b]) => Number(ENDING.test(a)) - Number(ENDING.test(b)));
  });

  test.each([
    ["a visitor", async () => VISITOR],
    ["another shopper", () => makeCaller()],
    ...(file.startsWith("(office)") ? [] : [["staff", () => makeCaller("staff")] as const]),
  ] as const)(
    "answer %s for the owner's ids as for missing ones, and change nothing",
    async (_, make) => {
      const caller = await make();
      const before = await rowsAbout([owner.userId, ...owner.ids]);
      for (const [name, action] of actions) {
        for (const id of owner.ids) {
          const answer = await press(action, caller, id);
          expect(answer, `${name} ${id}`).toBe(await press(action, caller, missing(id)));
          expect(answer, `${name} ${id}`).not.toContain(owner.userId);
        }
      }
      expect(await rowsAbout([owner.userId, ...owner.ids])).toEqual(before);
    },
    120_000,
  );

  test("are reached by their owner or by staff", async () => {
    const caller = file.startsWith("(office)") ? await makeCaller("staff") : owner;
    const unreached: string[] = [];
    for (const [name, action] of actions) {
      let isReached = false;
      for (const id of owner.ids) {
        isReached ||= (await press(action, caller, id)) !== (await press(action, caller, missing(id)));
      }
      if (!isReached) unreached.push(name);
    }
    expect(unreached.sort()).toEqual(WITHOUT_ID[file] ?? []);
  }, 120_000);
});

/** Actions that name no row of their user, or not with an id alone. */
const WITHOUT_ID: Record<string, string[]> = {
  "(account)/profile/actions.ts": ["signOutEverywhere", "updateProfile"],
  // They take the terms of an offer or a cart, with a fingerprint of what was shown: tested where they are.
  "(account)/subscriptions/new/actions.ts": ["startSubscription"], // eject: subscriptions
  "(shop)/cart/actions.ts": ["addToCart", "buyNow", "chooseCurrency", "removeFromCart", "setQuantity"], // eject: shop
  "(shop)/checkout/actions.ts": ["startItemPayment", "startPayment"], // eject: payments
  // Mails and rows of jobs have no owner.
  "(office)/office/actions.ts": ["resendMail", "retryRow"], // eject: office
  "(office)/office/webhooks/actions.ts": ["replayEvent"], // eject: office
};

type Handler = (request: Request, context: object) => Promise<Response>;

test("the mobile API answers another shopper for the owner's ids as for missing ones, and changes nothing", async () => {
  const owner = await makeOwner();
  const stranger = await createUser();
  const { accessToken } = await issueMobileToken({ sessionId: await createSession(stranger.id) });
  const ask = async (handler: Handler, method: string, id: string) => {
    const body = method === "GET" ? null : JSON.stringify(makeInput(id));
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const request = new Request("http://localhost:3000/api/mobile", { method, headers, body });
    const response = await handler(request, { params: Promise.resolve({ id }) });
    return `${response.status} ${await response.text()}`.replaceAll(id, "ID");
  };
  const before = await rowsAbout([owner.userId, ...owner.ids]);
  for (const file of listFiles("route.ts").filter((name) => name.startsWith("api/mobile/cards"))) {
    const handlers: [string, Handler][] = Object.entries(await import(path.resolve("app", file)));
    for (const [method, handler] of handlers) {
      for (const id of owner.ids) {
        const answer = await ask(handler, method, id);
        expect(answer, `${method} ${file}`).toBe(await ask(handler, method, missing(id)));
      }
    }
  }
  expect(await rowsAbout([owner.userId, ...owner.ids])).toEqual(before);
}, 120_000);
