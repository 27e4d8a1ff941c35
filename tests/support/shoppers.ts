import { randomBytes, randomUUID } from "node:crypto";
import { shopperOf } from "@/lib/auth/shopper";
import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { saveCardUnverified } from "@/lib/cards/save-card";
import type { PayWith } from "@/lib/payments/source";
import { startPayment } from "@/lib/payments/start";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { processout } from "@/lib/platform/processout";
import { addToCart } from "@/lib/shop/change-cart";
import { getCart } from "@/lib/shop/read-cart";
import { makeVisitor } from "@/lib/shop/visitor";

/** People, carts and presses on Pay, as tests of payments need them. */
export const contact = {
  email: "robin@shoppers.example",
  name: "Robin Test",
  address1: "Quay 1",
  address2: null,
  zip: "5003",
  city: "Bergen",
  countryCode: "NO",
};

export async function signUp(): Promise<Viewer> {
  const email = `${randomUUID()}@shoppers.example`;
  const { id } = await db().user.create({ data: { email, name: "Robin Test" } });
  return makeViewer(id);
}

/** A visitor with two of a thing in the cart: €25 of Landfall unless told otherwise. */
export async function fillCart(
  viewer: Viewer | null,
  sku = "landfall.250g.filter",
  currency: "EUR" | "GBP" = "EUR",
  addressKey: string | null = null,
) {
  const cartKey = randomBytes(32).toString("base64url");
  const visitor = { ...makeVisitor({ viewer, cartKey, currency, addressKey }), cartKey };
  await addToCart(visitor, { sku, quantity: 2 });
  return visitor;
}

type Visitor = Awaited<ReturnType<typeof fillCart>>;

/** A press on Pay, as far as the server goes before the browser is asked. */
export async function start(visitor: Visitor, payWith: PayWith) {
  const { fingerprint } = await getCart(visitor);
  const started = await startPayment(visitor, { fingerprint, contact, payWith });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  const shopper = shopperOf(visitor.viewer, started.orderRef);
  if (!shopper) throw new Error("Nobody may see the order");
  return { ...started, shopper };
}

export const unsaved = (cardId: string): PayWith => ({ kind: "new", cardId, save: false });

export const saving = (cardId: string): PayWith => ({
  kind: "new",
  cardId,
  save: true,
  consent: "checkout-1",
});

export async function savedCard(viewer: Viewer, cardId: string): Promise<PayWith> {
  const { card } = await saveCardUnverified(viewer, { cardId, makeDefault: false });
  return { kind: "saved", id: card.id };
}

export const transactionOf = (invoiceId: string) => processout().transactions.findByInvoice(invoiceId);

/** What `makeCardPayment(…, { authorize_only: true })` asks for with the public key, for a card that needs no challenge. */
export async function authorizeInBrowser(invoiceId: string, source: string) {
  const { PROCESSOUT_API_URL, PROCESSOUT_PROJECT_ID } = env();
  const answer = await fetch(`${PROCESSOUT_API_URL}/invoices/${invoiceId}/capture`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${PROCESSOUT_PROJECT_ID}:`).toString("base64")}`,
    },
    body: JSON.stringify({ source, authorize_only: true, enable_three_d_s_2: true }),
  });
  return (await answer.json()) as { success: boolean; error_type?: string };
}
