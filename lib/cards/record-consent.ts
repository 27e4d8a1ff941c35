import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Consent } from "./consent";

/** Records that the shopper agreed to keep a card. The same consent, given again or by two requests at once, is one row. */
export async function recordConsent(
  { userId }: Viewer,
  savedCardId: string,
  consent: Consent,
): Promise<void> {
  const parts: (string | null | undefined)[] = [savedCardId, consent.version];
  parts.push(consent.subscriptionId); // eject: subscriptions
  const data = { id: parts.filter(Boolean).join(":"), userId, savedCardId, ...consent, givenAt: await now() };
  await db().cardConsent.createMany({ data, skipDuplicates: true });
}
