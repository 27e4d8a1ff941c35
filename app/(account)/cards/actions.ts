"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { userAction } from "@/lib/auth/action";
import * as cards from "@/lib/cards/manage-cards";
import { cancelCard } from "@/lib/cards/save-card";
import { moveSubscriptions } from "@/lib/subscriptions/card-use"; // eject: subscriptions

const byId = z.object({ id: z.string().max(64) });

export const deleteCard = userAction(
  byId.extend({ moveTo: z.string().max(64).optional() }),
  async (viewer, input) => {
    const tellWhatMoved = await moveSubscriptions(viewer, input); // eject: subscriptions
    const deletion = cards.deleteCard(viewer, input);
    await deletion.catch(tellWhatMoved); // eject: subscriptions
    await deletion;
    revalidatePath("/cards");
  },
);

export const setDefaultCard = userAction(byId, async (viewer, input) => {
  await cards.setDefaultCard(viewer, input);
  revalidatePath("/cards");
});

/** Any script and emoji; control characters and bidirectional overrides are removed. */
const MAX_NICKNAME = 40;
const nickname = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim())
  .refine((text) => [...text].length <= MAX_NICKNAME, `A nickname has at most ${MAX_NICKNAME} characters.`);

export const renameCard = userAction(byId.extend({ nickname }), async (viewer, input) => {
  await cards.renameCard(viewer, input);
  revalidatePath("/cards");
});

/** Discards an unfinished attempt. If ProcessOut has recorded a success, the card is saved. */
export const discardAttempt = userAction(byId, async (viewer, { id }) => {
  const result = await cancelCard(viewer, { id, code: "customer.canceled" });
  if (result.kind !== "stopped") redirect(`/cards?added=${result.card.id}`);
});
