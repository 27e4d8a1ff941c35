"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { sendMails } from "@/app/jobs";
import { staffAction, staffMoneyAction } from "@/lib/auth/staff-action";
import { wake } from "@/lib/jobs/queue";
import { retryMail } from "@/lib/office/mails";
import { retryStalledRow } from "@/lib/office/stalled-rows";

export const resendMail = staffAction(z.object({ key: z.string().max(200) }), async (staff, { key }) => {
  await retryMail(staff, { key });
  await wake(sendMails);
  revalidatePath("/office", "layout");
  return { status: "done", message: "Queued for delivery." };
});

/** `row` is the job's name and the row's id. */
export const retryRow = staffMoneyAction(z.object({ row: z.string().max(200) }), async (staff, { row }) => {
  const [job = "", rowId = ""] = row.split(" ");
  await retryStalledRow(staff, { job, rowId });
  revalidatePath("/office", "layout");
  return { status: "done", message: "It is tried again within a minute." };
});
