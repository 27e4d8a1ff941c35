import { randomBytes } from "node:crypto";
import { shopperOf } from "@/lib/auth/shopper";
import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import type { PayWith } from "@/lib/payments/checkout";
import { finishPayment, startPayment } from "@/lib/payments/pay-order";
import { env } from "@/lib/platform/env";
import { processout } from "@/lib/platform/processout";
import { addToCart, getCart } from "@/lib/shop/manage-cart";
import { makeVisitor } from "@/lib/shop/visitor";
import { saveCard } from "./cards";
import type { SandboxControl } from "./sandbox-control";

/** The contact of every order of the tests. */
export const contact = {
  email: "robin@shoppers.example",
  name: "Robin Test",
  address1: "Quay 1",
  address2: null,
  zip: "5003",
  city: "Bergen",
  countryCode: "NO",
};

/** A visitor with two items in the cart: €25 of Landfall by default. */
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

/** What the server does when Pay is pressed, until the browser has to authorize. */
export async function start(visitor: Visitor, payWith: PayWith) {
  const { fingerprint } = await getCart(visitor);
  const started = await startPayment(visitor, { fingerprint, contact, payWith });
  if (started.kind !== "started") throw new Error(`The payment is ${started.kind}`);
  const shopper = shopperOf(visitor.viewer, started.orderRef);
  if (!shopper) throw new Error("The order has no shopper");
  return { ...started, shopper };
}

export const unsaved = (cardId: string): PayWith => ({ kind: "new", cardId, save: false });

export const saving = (cardId: string): PayWith => ({ kind: "new", cardId, save: true });

export const savedCard = async (viewer: Viewer, cardId: string): Promise<PayWith> => ({
  kind: "saved",
  id: (await saveCard(viewer, cardId)).id,
});

export const transactionOf = (invoiceId: string) => processout().transactions.findByInvoice(invoiceId);

/**
 * Authorizes an invoice with the public key, like the browser script's `makeCardPayment` with `authorize_only: true`, for a
 * card that needs no challenge.
 */
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

/** An order of €25, paid with a saved card, without a browser. */
export async function payOrder(user: { id: string }, sandbox: SandboxControl, scenario = "visa") {
  const started = await startOrder(user, sandbox, scenario);
  await authorizeInBrowser(started.invoiceId, started.source);
  const result = await finishPayment(started.shopper, { id: started.paymentId });
  if (result.kind !== "paid") throw new Error(`The order is ${result.kind}`);
  return started;
}

// eject:start office
/** An order whose capture fails with an unknown outcome: the payment stays authorized. */
export async function holdOrder(user: { id: string }, sandbox: SandboxControl) {
  const started = await startOrder(user, sandbox, "visa");
  await authorizeInBrowser(started.invoiceId, started.source);
  const match = `POST /invoices/${started.invoiceId}/capture`;
  await sandbox.addFault({ match, kind: "status", status: 500 });
  const result = await finishPayment(started.shopper, { id: started.paymentId });
  if (result.kind !== "pending") throw new Error(`The order is ${result.kind}`);
  return started;
}
// eject:end office

async function startOrder(user: { id: string }, sandbox: SandboxControl, scenario: string) {
  const viewer = makeViewer(user.id);
  const payWith = await savedCard(viewer, await sandbox.makeCard(scenario));
  return start(await fillCart(viewer), payWith);
}
