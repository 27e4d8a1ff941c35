import { issueMobileToken } from "@/lib/auth/mobile-token";
import { getUser } from "@/lib/auth/session";
import { env } from "@/lib/platform/env";
import { sentenceOf } from "@/lib/platform/error-sentences";

/**
 * Where a mobile app's signed-in web view gets its bearer token: the one call of the mobile API that the session
 * cookie opens, and only from our own pages.
 */
export async function POST(request: Request) {
  const user = await getUser();
  const isOurPage = request.headers.get("origin") === new URL(env().NEXTAUTH_URL).origin;
  if (!user || !isOurPage) {
    const error = { code: "signed-out", message: sentenceOf("signed-out") };
    return Response.json({ error }, { status: 401 });
  }
  const token = await issueMobileToken(user);
  return Response.json(token, { headers: { "Cache-Control": "no-store" } });
}
