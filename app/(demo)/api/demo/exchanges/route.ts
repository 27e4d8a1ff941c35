import { getUser } from "@/lib/auth/session";
import { listExchanges } from "@/lib/demo/exchanges";
import { isDemo } from "@/lib/demo/register";
import { hasSandboxControl } from "@/lib/demo/sandbox-control";
import { log } from "@/lib/platform/log";
import { whenServing } from "@/lib/platform/when-serving";

/**
 * The calls that concern the signed-in user, with the time of this machine, by which a browser tells what came after which
 * press. 404 outside the demo and with a real project, whose calls are not logged; 503 while the sandbox does not answer.
 */
export const GET = whenServing(async () => {
  if (!isDemo() || !hasSandboxControl()) return new Response(null, { status: 404 });
  const user = await getUser();
  const headers = { "Cache-Control": "no-store" };
  try {
    const exchanges = user ? await listExchanges(user) : [];
    return Response.json({ at: performance.timeOrigin + performance.now(), exchanges }, { headers });
  } catch (error) {
    log.warn("demo.exchanges-unread", { error });
    return new Response(null, { status: 503, headers });
  }
});
