import { z } from "zod";
import { mobileRoute, nothing } from "@/lib/auth/mobile-route";
import { CARD_CONSENT } from "@/lib/cards/consent";
import { listCards } from "@/lib/cards/manage-cards";
import { startCard } from "@/lib/cards/save-card";
import { env } from "@/lib/platform/env";
import { pageNumber } from "@/lib/platform/page-number";

const page = (url: string) => pageNumber.parse(new URL(url).searchParams.get("page"));

export const GET = (request: Request, context: { params: Promise<Record<string, string>> }) =>
  mobileRoute(nothing, async (viewer) => ({
    ...(await listCards(viewer, { page: page(request.url), channel: "mobile" })),
    consent: CARD_CONSENT,
  }))(request, context);

const startSchema = z.object({
  cardId: z.string().regex(/^card_\w{8,64}$/, "must be a card id from the ProcessOut SDK"),
  invoiceReturnUrl: z
    .string()
    .refine((url) => env().MOBILE_RETURN_URLS.includes(url), "must be one of this shop's MOBILE_RETURN_URLS"),
  consent: z.literal(CARD_CONSENT.version, "must be the version of the consent that the list of cards gives"),
});

/** What `assignCustomerToken` of the iOS and Android SDKs needs: the Customer, and a token that will be verified. */
export const POST = mobileRoute(startSchema, async (viewer, { cardId, invoiceReturnUrl }) => {
  const started = await startCard(viewer, {
    cardId,
    makeDefault: false,
    returnUrl: invoiceReturnUrl,
  });
  if (started.kind === "already-saved") return { alreadySaved: started.card };
  return {
    projectId: env().PROCESSOUT_PROJECT_ID,
    customerId: started.customerId,
    tokenId: started.tokenId,
    attemptId: started.attemptId,
    invoiceReturnUrl,
  };
});
