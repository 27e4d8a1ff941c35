"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import * as cards from "@/lib/cards/save-card";

const request = z.object({ cardId: z.string().regex(/^card_\w{1,64}$/), makeDefault: z.boolean() });
const id = z.string().max(64);
/** An error code of processout.js. It is stored with the attempt, so only strings that look like a code are accepted. */
const code = z
  .string()
  .regex(/^[\w.-]{1,100}$/)
  .catch("unknown");

export const startCard = userCall(request, cards.startCard);
export const resumeCard = userCall(z.object({ id }), cards.resumeCard);
export const finishCard = userCall(z.object({ id }), cards.finishCard);
export const cancelCard = userCall(z.object({ id, code }), cards.cancelCard);
export const saveCardUnverified = userCall(request, cards.saveCardUnverified);
