import { randomBytes } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import type { StartedPayment } from "@/lib/payments/checkout";
import { finishPayment, startPayment } from "@/lib/payments/pay-order";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { addToCart, getCart } from "@/lib/shop/manage-cart";
import { makeVisitor } from "@/lib/shop/visitor";
import type { PlanId } from "@/lib/subscriptions/plans"; // eject: subscriptions
import { offerFingerprint, startSubscription } from "@/lib/subscriptions/start-subscription"; // eject: subscriptions
import type { Persona } from "./personas";

type Purchases = {
  bought: { sku: string; quantity: number }[];
  subscribedTo: { sku: string; planId: PlanId }[]; // eject: subscriptions
};

/** By the key of the persona: one order, and the subscriptions. */
const PURCHASES: Record<string, Purchases> = {
  maren: {
    bought: [
      { sku: "trade-wind.250g.filter", quantity: 2 },
      { sku: "ditty-mug", quantity: 1 },
    ],
    // eject:start subscriptions
    subscribedTo: [
      { sku: "landfall.250g.filter", planId: "monthly" },
      { sku: "bosun-espresso-machine", planId: "3-months" },
    ],
    // eject:end subscriptions
  },
};

/** Buys what a persona bought and subscribed to, with their first card, once. */
export async function makePurchases(viewer: Viewer, persona: Persona): Promise<void> {
  const { userId } = viewer;
  const purchases = PURCHASES[persona.key];
  const card = await db().savedCard.findFirst({
    where: { userId, state: "attached" },
    orderBy: { startedAt: "asc" },
  });
  if (!purchases || !card || (await db().order.count({ where: { userId, state: "paid" } })) > 0) return;
  const payWith = { kind: "saved", id: card.id } as const;
  const contact = contactOf(persona);
  const cartKey = randomBytes(32).toString("base64url");
  const visitor = { ...makeVisitor({ viewer, cartKey, currency: "EUR", addressKey: null }), cartKey };
  for (const line of purchases.bought) await addToCart(visitor, line);
  const { fingerprint } = await getCart(visitor);
  await pay(viewer, await startPayment(visitor, { fingerprint, contact, payWith }));
  // eject:start subscriptions
  for (const { sku, planId } of purchases.subscribedTo) {
    const terms = { sku, planId, quantity: 1, currency: "EUR" as const };
    const fingerprint = await offerFingerprint(viewer, terms);
    await pay(viewer, await startSubscription(viewer, { ...terms, fingerprint, contact, payWith }));
  }
  // eject:end subscriptions
}

/** The browser's part is done from here, as the script does it: with the project's public key. */
async function pay(viewer: Viewer, started: StartedPayment) {
  if (started.kind !== "started") return;
  const { invoiceId, source, paymentId } = started;
  const project = Buffer.from(`${env().PROCESSOUT_PROJECT_ID}:`).toString("base64");
  const answer = await fetch(`${env().PROCESSOUT_API_URL}/invoices/${invoiceId}/capture`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Basic ${project}` },
    body: JSON.stringify({ source, authorize_only: true, enable_three_d_s_2: true }),
  });
  if (!answer.ok) throw new Error(`The sandbox refused a persona's payment: ${await answer.text()}`);
  await finishPayment(viewer, { id: paymentId });
}

function contactOf({ name, email, profile }: Persona) {
  const { address1 = "", address2 = null, zip = "", city = "", countryCode = "" } = profile;
  return { name, email, address1, address2, zip, city, countryCode };
}
