import { followSandbox, readSandboxEvent } from "@/lib/demo/follow-sandbox";
import { isDemo } from "@/lib/demo/register";
import { env } from "@/lib/platform/env";
import { whenServing } from "@/lib/platform/when-serving";
import { isWebhookSecret } from "@/lib/webhooks/delivery";

type Context = { params: Promise<{ secret: string }> };

/**
 * What the sandbox says after its clock was moved or it was emptied, in the demo bar or on its dashboard. Not found outside
 * the demo, and without the secret of the webhooks.
 */
export const POST = whenServing(async (request: Request, { params }: Context) => {
  const { secret } = await params;
  const isSandbox = isDemo() && isWebhookSecret(secret, env().PROCESSOUT_WEBHOOK_SECRETS);
  const event = isSandbox ? await readSandboxEvent(request) : null;
  if (!event) return Response.json({ outcome: "unknown" }, { status: 404 });
  await followSandbox(event);
  return Response.json({ outcome: "done" });
});
