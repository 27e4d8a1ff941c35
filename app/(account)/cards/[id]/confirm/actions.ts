"use server";

import { z } from "zod";
import { userCall } from "@/lib/auth/action";
import * as cards from "@/lib/cards/confirm-card";

const byId = z.object({ id: z.string().max(64) });

export const startConfirmation = userCall(byId, cards.startConfirmation);
export const finishConfirmation = userCall(byId, cards.finishConfirmation);
