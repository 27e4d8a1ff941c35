import { JOBS, sendMails } from "@/app/jobs";
import { getUser } from "@/lib/auth/session";
import { readClockResult } from "@/lib/demo/clock-result";
import { isDemo } from "@/lib/demo/register";
import { whenServing } from "@/lib/platform/when-serving";

/** What happened since the demo's clock was last moved, for the signed-in user. Not found outside the demo. */
export const GET = whenServing(async () => {
  if (!isDemo()) return new Response(null, { status: 404 });
  const result = await readClockResult(await getUser(), JOBS, sendMails);
  return Response.json(result, { headers: { "Cache-Control": "no-store" } });
});
