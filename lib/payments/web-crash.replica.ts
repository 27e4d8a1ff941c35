// A web process of web-crash.postgres.test.ts, together with the tabs it serves: takes shoppers from Pay to paid. It
// counts what each of them does to the world outside, and after the nth of these stops there for good, until it is
// killed.
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { makeViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { makeVisitor } from "@/lib/shop/visitor";
import { PrismaClient } from "@/prisma/generated/client";
import { authorizeInBrowser, start } from "@/tests/support/orders";
import type { PayWith } from "./checkout";
import { finishPayment } from "./pay-order";

export type Errand = { userId: string | null; cartKey: string; payWith: PayWith; stopAfter: number | null };
export type Told = { cartKey: string; deeds: string[]; isOver: boolean };

const errands = new AsyncLocalStorage<Errand & { deeds: string[] }>();

async function did(deed: string) {
  const errand = errands.getStore();
  if (!errand) return;
  const { cartKey, deeds, stopAfter } = errand;
  deeds.push(deed);
  if (stopAfter === null || deeds.length < stopAfter) return;
  process.send?.({ cartKey, deeds, isOver: false } satisfies Told);
  await new Promise(() => {});
}

/** Commits, and calls that change something at ProcessOut. Dying at a reading is dying after the write before it. */
class CountingPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const { queryRaw, executeRaw, startTransaction } = adapter;
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw.call(adapter, query);
      if (answer.rows.length > 0) await didWrite(query.sql);
      return answer;
    };
    adapter.executeRaw = async (query) => {
      const count = await executeRaw.call(adapter, query);
      if (count > 0) await didWrite(query.sql);
      return count;
    };
    adapter.startTransaction = async (level) => {
      const transaction = await startTransaction.call(adapter, level);
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        await commit();
        await did("COMMIT");
      };
      return transaction;
    };
    return adapter;
  }
}

async function didWrite(sql: string) {
  const [, act, table] = /^\s*(INSERT|UPDATE|DELETE)[^"]*"public"\."(\w+)"/.exec(sql) ?? [];
  if (act && table) await did(`${act} ${table}`);
}

const call = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const answer = await call(input, init);
  const { method = "GET" } = init ?? {};
  const { pathname } = new URL(String(input));
  if (method !== "GET") await did(`${method} ${pathname.replace(/(iv|cust|tok)_\w+/g, "*")}`);
  return answer;
};

async function pay({ userId, cartKey, payWith }: Errand) {
  const viewer = userId ? makeViewer(userId) : null;
  const visitor = { ...makeVisitor({ viewer, cartKey, currency: "EUR", addressKey: null }), cartKey };
  const started = await start(visitor, payWith);
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
}

const slot = globalThis as typeof globalThis & { prisma?: PrismaClient };
slot.prisma = new PrismaClient({
  adapter: new CountingPg({ connectionString: env().DATABASE_URL, max: 10 }),
});
await db().$queryRaw`SELECT 1`;
process.on("message", async (errand: Errand) => {
  const deeds: string[] = [];
  await errands.run({ ...errand, deeds }, () => pay(errand));
  process.send?.({ cartKey: errand.cartKey, deeds, isOver: true } satisfies Told);
});
process.send?.("ready");
