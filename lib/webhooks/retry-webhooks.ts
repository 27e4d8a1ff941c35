import { replay } from "./apply";
import { forgetOldBudgets } from "./budget";
import { listDue } from "./ledger";

/** Events that were parked, or whose handling died half-way. Answers how many were looked at. */
export async function lookAgainAtWebhooks(): Promise<number> {
  await forgetOldBudgets();
  const due = await listDue(50);
  for (const eventId of due) {
    if ((await replay(eventId)) === "busy") break;
  }
  return due.length;
}
