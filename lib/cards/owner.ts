import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** Whose card a token is, or null when no row here knows it. For webhook handlers, which know only the token. */
export async function getCardOwner(tokenId: string): Promise<string | null> {
  const row = await db().savedCard.findUnique({
    where: { projectId_tokenId: { projectId: env().PROCESSOUT_PROJECT_ID, tokenId } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}
