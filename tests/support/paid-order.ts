import { makeViewer } from "@/lib/auth/viewer";
import { finishPayment } from "@/lib/payments/finish";
import { env } from "@/lib/platform/env";
import type { SandboxControl } from "./sandbox-control";
import { authorizeInBrowser, fillCart, savedCard, start } from "./shoppers";

type Shopper = { id: string };

/** €25 of coffee, paid with a saved card, without the pages. */
export async function payOrder(user: Shopper, sandbox: SandboxControl, scenario = "visa") {
  const started = await startOrder(user, sandbox, scenario);
  await authorizeInBrowser(started.invoiceId, started.source);
  const ending = await finishPayment(started.shopper, { id: started.paymentId });
  if (ending.kind !== "paid") throw new Error(`The order is ${ending.kind}`);
  return started;
}

/** The same with a ProcessOut that does not capture: the money is held, and nobody knows how it ends. */
export async function holdOrder(user: Shopper, sandbox: SandboxControl) {
  const started = await startOrder(user, sandbox, "visa");
  await sandbox.addFault({
    match: `POST /invoices/${started.invoiceId}/capture`,
    kind: "status",
    status: 500,
  });
  await authorize(started);
  const ending = await finishPayment(started.shopper, { id: started.paymentId });
  if (ending.kind !== "waiting") throw new Error(`The order is ${ending.kind}`);
  return started;
}

async function startOrder(user: Shopper, sandbox: SandboxControl, scenario: string) {
  const viewer = makeViewer(user.id);
  const payWith = await savedCard(viewer, await sandbox.makeCard(scenario));
  return start(await fillCart(viewer), payWith);
}

async function authorize({ invoiceId, source }: { invoiceId: string; source: string }) {
  const { PROCESSOUT_API_URL, PROCESSOUT_PROJECT_ID } = env();
  await fetch(`${PROCESSOUT_API_URL}/invoices/${invoiceId}/authorize`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${btoa(`${PROCESSOUT_PROJECT_ID}:`)}`,
    },
    body: JSON.stringify({ source, enable_three_d_s_2: true }),
  });
}
