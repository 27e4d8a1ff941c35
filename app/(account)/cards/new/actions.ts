"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import * as cards from "@/lib/cards/finish";
import * as resuming from "@/lib/cards/resume";
import * as starting from "@/lib/cards/save-card";
import * as unverified from "@/lib/cards/save-unverified";

const wish = z.object({ cardId: z.string().regex(/^card_\w{1,64}$/), makeDefault: z.boolean() });
const id = z.string().max(64);
/** A code of the browser script's. It is kept with the attempt, so only what a code looks like gets in. */
const code = z
  .string()
  .regex(/^[\w.-]{1,100}$/)
  .catch("unknown");

export const startCard = userCall(wish, starting.startCard);
export const resumeCard = userCall(z.object({ id }), resuming.resumeCard);
export const finishCard = userCall(z.object({ id }), cards.finishCard);
export const cancelCard = userCall(z.object({ id, code }), cards.cancelCard);
export const saveCardUnverified = userCall(wish, unverified.saveCardUnverified);
