import { getUser } from "@/lib/auth/session";
import { pollPendingCards } from "@/lib/cards/pending-cards";
import { whenServing } from "@/lib/platform/when-serving";

/** For the pages of cards that are open: who is signed in now, and which cards the bank still owes an answer. */
export const GET = whenServing(async () => {
  const headers = { "Cache-Control": "no-store" };
  const viewer = await getUser();
  if (!viewer) return Response.json({ viewer: null }, { status: 401, headers });
  return Response.json({ viewer: viewer.userId, pending: await pollPendingCards(viewer) }, { headers });
});
