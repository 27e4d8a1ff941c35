import { sendMails } from "@/app/jobs";
import { WEBHOOK_HANDLERS } from "@/app/webhook-handlers";
import { wake } from "@/lib/jobs/queue";
import { env } from "@/lib/platform/env";
import { whenServing } from "@/lib/platform/when-serving";
import { isWebhookSecret, readDelivery } from "@/lib/webhooks/delivery";
import { type DeliveryResult, receive } from "@/lib/webhooks/receive";

/** ProcessOut retries every delivery that is not answered with 2xx, at least twelve times over three days. */
const STATUS: Record<DeliveryResult, number> = {
  done: 200,
  deferred: 200,
  unknown: 404,
  busy: 503,
  failed: 500,
};

type Context = { params: Promise<{ secret: string }> };

export const POST = whenServing(async (request: Request, { params }: Context) => {
  const { secret } = await params;
  if (!isWebhookSecret(secret, env().PROCESSOUT_WEBHOOK_SECRETS)) return notFound();
  const delivery = await readDelivery(request);
  if (!delivery) return notFound();
  const result = await receive(WEBHOOK_HANDLERS, delivery);
  // The change may call for an e-mail: a receipt, a card added or removed.
  if (result === "done") await wake(sendMails);
  const headers = result === "busy" ? { "Retry-After": "60" } : undefined;
  return Response.json({ outcome: result }, { status: STATUS[result], headers });
});

/** The same response to a wrong secret and a wrong body, so that it discloses nothing. */
const notFound = () => Response.json({ outcome: "unknown" }, { status: 404 });
