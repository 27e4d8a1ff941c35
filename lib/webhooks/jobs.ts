import type { Job } from "@/lib/jobs/job";
import { deleteOldBudgets } from "./budget";
import type { EventHandlers } from "./handler";
import { listDueEvents } from "./ledger";
import { replay } from "./receive";

/** Processes deferred events again, and those whose processing failed or was interrupted by a crash. */
export const retryWebhooksWith = (handlers: EventHandlers) =>
  ({
    name: "retry-webhooks",
    title: "Processes parked webhooks again",
    async run() {
      await deleteOldBudgets();
      const due = await listDueEvents(50);
      // An event that is over the budget of its kind stays due, and those of other kinds follow.
      for (const eventId of due) await replay(handlers, eventId);
      return due.length;
    },
  }) satisfies Job;
