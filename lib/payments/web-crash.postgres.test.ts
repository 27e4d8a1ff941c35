import { fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sendMails } from "@/app/jobs";
import { shopperOf } from "@/lib/auth/shopper";
import type { Viewer } from "@/lib/auth/viewer";
import { reconcileCards, sweepCards } from "@/lib/cards/jobs";
import { getCart } from "@/lib/shop/manage-cart";
import { authorizeInBrowser, contact, fillCart, savedCard, saving, unsaved } from "@/tests/support/orders";
import { readRecords } from "@/tests/support/payment-records";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import type { PayWith } from "./checkout";
import { reconcilePayments } from "./jobs";
import { finishPayment, startPayment } from "./pay-order";
import type { Errand, Told } from "./web-crash.replica";

vi.mock("@/lib/mail/send", () => ({ sendMail: async () => {} }));
vi.setConfig({ testTimeout: 180_000 });

const stack = withTestStack();
afterEach(() => {
  vi.useRealTimers();
});

const newCard = (scenario: string) => stack.sandbox.card(scenario);

type Way = {
  name: string;
  signUp: () => Promise<Viewer | null>;
  /** What is chosen at a press on Pay. A new card is typed each time: another card id of the same card. */
  choose: (viewer: Viewer | null, press: number) => Promise<PayWith>;
  isRefused?: boolean;
  /** How many cards are kept, when the shopper paid and when not. */
  keeps: { paid: number; unpaid: number };
};

const kept = new Map<Viewer, PayWith>();
const WAYS: Way[] = [
  {
    name: "with a saved card",
    async signUp() {
      const viewer = await signUp();
      kept.set(viewer, await savedCard(viewer, await newCard("visa")));
      return viewer;
    },
    choose: async (viewer) => (viewer && kept.get(viewer)) ?? unsaved(""),
    keeps: { paid: 1, unpaid: 1 },
  },
  {
    name: "with a new card that is to be kept",
    signUp,
    choose: async () => saving(await newCard("visa")),
    keeps: { paid: 1, unpaid: 0 },
  },
  {
    name: "with a new card that is refused",
    signUp,
    choose: async (_, press) => saving(await newCard(press === 1 ? "no-money" : "visa")),
    isRefused: true,
    keeps: { paid: 1, unpaid: 0 },
  },
  {
    name: "as a guest",
    signUp: async () => null,
    choose: async () => unsaved(await newCard("visa")),
    keeps: { paid: 0, unpaid: 0 },
  },
];

const arrive = async (way: Way) => fillCart(await way.signUp());
type Visitor = Awaited<ReturnType<typeof arrive>>;

/** A web process of its own. `pay` goes on to the end, or stops for good after the nth thing done. */
async function startWebProcess(way: Way) {
  const web = fork("lib/payments/web-crash.replica.ts", [], { execArgv: ["--import", "tsx"] });
  const ended = once(web, "exit");
  await once(web, "message");
  const listeners = new Map<string, (told: Told) => void>();
  web.on("message", (told: Told) => listeners.get(told.cartKey)?.(told));
  return {
    async pay({ cartKey, viewer }: Visitor, stopAfter: number | null): Promise<Told> {
      const payWith = await way.choose(viewer, 1);
      const told = new Promise<Told>((resolve) => listeners.set(cartKey, resolve));
      web.send({ userId: viewer?.userId ?? null, cartKey, payWith, stopAfter } satisfies Errand);
      const crashed = ended.then(([code]) => Promise.reject(new Error(`The web process ended with ${code}`)));
      return Promise.race([told, crashed]);
    },
    async kill() {
      web.kill("SIGKILL");
      expect(await ended).toEqual([null, "SIGKILL"]);
    },
  };
}

/** The shopper presses Pay again, and is served by another web process: this one. */
async function pressAgain(way: Way, visitor: Visitor) {
  const { fingerprint } = await getCart({ ...visitor });
  const payWith = await way.choose(visitor.viewer, 2);
  const started = await startPayment(visitor, { fingerprint, contact, payWith });
  const shopper = shopperOf(visitor.viewer, started.orderRef);
  if (started.kind === "paid" || !shopper) return started.kind;
  await authorizeInBrowser(started.invoiceId, started.source);
  return (await finishPayment(shopper, { id: started.paymentId })).kind;
}

/** One shopper for each step of paying, whose web process died right after it. */
async function dieAtEachStep(way: Way) {
  const web = await startWebProcess(way);
  const { deeds, isOver } = await web.pay(await arrive(way), null);
  expect(isOver).toBe(true);
  const some = [/^INSERT Payment/, /^POST .invoices$/, /^POST .*capture$/, /^UPDATE Payment$/, /^COMMIT$/];
  for (const step of some) expect(deeds).toContainEqual(expect.stringMatching(step));

  const authorizedAt = deeds.findIndex((deed) => deed.endsWith("/capture"));
  const victims = deeds.map(async (deed, index) => {
    const visitor = await arrive(way);
    const told = await web.pay(visitor, index + 1);
    expect(told).toMatchObject({ deeds: deeds.slice(0, index + 1), isOver: false });
    return { step: `${index + 1} ${deed}`, visitor, isAuthorized: !way.isRefused && index >= authorizedAt };
  });
  const died = await Promise.all(victims);
  await web.kill();
  return died;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Two days of the worker's rounds, at the times that matter to it. */
async function letTwoDaysPass() {
  vi.useFakeTimers({ toFake: ["Date"] });
  const start = Date.now();
  for (const later of [2 * MINUTE, 2 * HOUR, 4 * HOUR, 25 * HOUR, 26 * HOUR, 49 * HOUR]) {
    vi.setSystemTime(start + later);
    for (const job of [reconcilePayments, reconcileCards, sweepCards, sendMails]) await job.run();
  }
  vi.useRealTimers();
}

function recordsOf(way: Way, { viewer }: Visitor, isPaid: boolean) {
  const once = isPaid ? 1 : 0;
  const tokens = isPaid ? way.keeps.paid : way.keeps.unpaid;
  const cards = { tokens, areTokensListed: true, unfinishedCards: 0, cardsAnnounced: tokens };
  return {
    charged: isPaid ? [25] : [],
    held: 0,
    paidOrders: once,
    isPaidByWhatWasTaken: true,
    taken: once,
    unsettled: 0,
    receipts: once,
    isCartEmpty: isPaid,
    ...(viewer && cards),
  };
}

describe.each(WAYS)("a web process that dies at any step while somebody pays $name", (way) => {
  it("a shopper who presses Pay again is charged once", async () => {
    const victims = await dieAtEachStep(way);
    for (const { visitor, step } of victims) expect(await pressAgain(way, visitor), step).toBe("paid");
    await letTwoDaysPass();
    for (const { visitor, step } of victims)
      expect(await readRecords(visitor), step).toEqual(recordsOf(way, visitor, true));
  });

  it("a shopper who does not return is charged once or not at all", async () => {
    const victims = await dieAtEachStep(way);
    await letTwoDaysPass();
    for (const { visitor, step, isAuthorized } of victims)
      expect(await readRecords(visitor), step).toEqual(recordsOf(way, visitor, isAuthorized));
  });
});
