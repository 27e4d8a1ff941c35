"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { userAction } from "@/lib/auth/action";
import { endAllSessions } from "@/lib/auth/sessions";
import { syncCustomerProfile } from "@/lib/customers/ensure-customer";
import { saveProfile } from "@/lib/customers/profile";
import { profileSchema } from "@/lib/customers/profile-schema";
import { toAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** Saved here first. If ProcessOut cannot be reached, the profile is sent with the next card or payment. */
export const updateProfile = userAction(profileSchema, async (viewer, profile) => {
  await saveProfile(viewer, profile);
  try {
    await syncCustomerProfile(viewer);
  } catch (error) {
    if (!toAppError(error)) throw error;
    log.warn("profile.sync-postponed", { userId: viewer.userId, error });
  }
  revalidatePath("/", "layout");
  return { status: "done", message: "Saved." };
});

export const signOutEverywhere = userAction(z.object({}), async (viewer) => {
  await endAllSessions(viewer);
  // The redirect alone keeps the page's frame, with the name and the account menu.
  revalidatePath("/", "layout");
  redirect("/sign-in?signedOut");
});
