import { sendMails } from "@/app/jobs";
import { WEBHOOK_HANDLERS } from "@/app/webhook-handlers";
import { wake } from "@/lib/jobs/queue";
import { env } from "@/lib/platform/env";
import { type Outcome, receive } from "@/lib/webhooks/apply";
import { readDelivery } from "@/lib/webhooks/delivery";
import { isWebhookSecret } from "@/lib/webhooks/secret";

/** ProcessOut sends again whatever is not answered with 2xx, at least twelve times over three days. */
const STATUS: Record<Outcome, number> = { done: 200, parked: 200, unknown: 404, busy: 503, failed: 500 };

export async function POST(request: Request, { params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  if (!isWebhookSecret(secret, env().PROCESSOUT_WEBHOOK_SECRETS)) return notFound();
  const delivery = await readDelivery(request);
  if (!delivery) return notFound();
  const outcome = await receive(WEBHOOK_HANDLERS, delivery);
  // Whatever has changed may be worth a mail: a receipt, a card added or removed.
  if (outcome === "done") await wake(sendMails);
  const headers = outcome === "busy" ? { "Retry-After": "60" } : undefined;
  return Response.json({ outcome }, { status: STATUS[outcome], headers });
}

/** The same for a wrong secret and a wrong body: a stranger learns nothing. */
const notFound = () => Response.json({ outcome: "unknown" }, { status: 404 });
