import { addressKeyOf } from "@/lib/platform/address-key";
import { receiveCspReport } from "@/lib/platform/csp-reports";
import { env } from "@/lib/platform/env";
import { whenServing } from "@/lib/platform/when-serving";

/** The same response whatever was sent, so that it discloses nothing. */
export const POST = whenServing(async (request: Request) => {
  const addressKey = addressKeyOf(request.headers.get("x-forwarded-for"), env());
  await receiveCspReport(request, { origin: new URL(env().NEXTAUTH_URL).origin, addressKey });
  return new Response(null, { status: 204 });
});
