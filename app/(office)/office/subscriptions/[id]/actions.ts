"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { staffMoneyAction } from "@/lib/auth/staff-action";
import { decideOnDisputed } from "@/lib/office/disputes";

export const decideAfterDispute = staffMoneyAction(
  z.object({ id: z.string().max(64), decision: z.enum(["resume", "end"]) }),
  async (staff, { id, decision }) => {
    await decideOnDisputed(staff, { id, decision });
    revalidatePath("/", "layout");
  },
);
