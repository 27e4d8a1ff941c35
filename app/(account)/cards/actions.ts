"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { userAction } from "@/lib/auth/action";
import { cancelCard } from "@/lib/cards/finish";
import * as cards from "@/lib/cards/manage-cards";
import { moveSubscriptions } from "@/lib/subscriptions/card-use";

const byId = z.object({ id: z.string().max(64) });

export const removeCard = userAction(
  byId.extend({ moveTo: z.string().max(64).optional() }),
  async (viewer, input) => {
    await moveSubscriptions(viewer, input);
    await cards.removeCard(viewer, input);
    revalidatePath("/cards");
  },
);

export const setDefaultCard = userAction(byId, async (viewer, input) => {
  await cards.setDefaultCard(viewer, input);
  revalidatePath("/cards");
});

/** Any script and emoji are welcome; characters that are not seen, or that turn the text around, are not kept. */
const nickname = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim())
  .refine((text) => [...text].length <= 40, "A nickname has at most 40 characters.");

export const renameCard = userAction(byId.extend({ nickname }), async (viewer, input) => {
  await cards.renameCard(viewer, input);
  revalidatePath("/cards");
});

/** Ends an attempt that was left half-way. Should ProcessOut have recorded a success, the card is in the list. */
export const discardAttempt = userAction(byId, async (viewer, { id }) => {
  const ending = await cancelCard(viewer, { id, code: "customer.canceled" });
  if (ending.kind !== "stopped") redirect(`/cards?added=${ending.card.id}`);
});
