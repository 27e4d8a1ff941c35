import type { Job } from "@/lib/jobs/job";
import { replay } from "./apply";
import { forgetOldBudgets } from "./budget";
import type { EventHandlers } from "./handler";
import { listDue } from "./ledger";

/** Tries deferred events again, and those whose handling was interrupted by a crash. */
export const retryWebhooksWith = (handlers: EventHandlers) =>
  ({
    name: "retry-webhooks",
    async run() {
      await forgetOldBudgets();
      const due = await listDue(50);
      for (const eventId of due) {
        if ((await replay(handlers, eventId)) === "busy") break;
      }
      return due.length;
    },
  }) satisfies Job;
