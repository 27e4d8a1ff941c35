import { invalid, notFound } from "../errors";
import { oneOf, read } from "../params";
import { applyDispute } from "../payments/dispute";
import type { Dispute } from "../payments/rules/dispute";
import type { PageRoute } from "../route";

const STEPS = ["created", "won", "lost", "retrieval-request", "fraud-notification"] as const;
const DISPUTE = { step: oneOf(STEPS) };

/** What the payer's bank does about a captured transaction, at once and whatever the card. */
export const disputeControl: PageRoute[] = [
  {
    method: "POST",
    path: "/_sandbox/transactions/:transaction/disputes",
    handle(context) {
      const { store, path, body } = context;
      const { step } = read(DISPUTE, body, () => undefined);
      if (!step) throw invalid("request.validation.error", `step is one of ${STEPS.join(", ")}.`, "step");
      const transaction = store.transactions.get(path.transaction ?? "");
      if (!transaction) throw notFound("transaction");
      const kind: Dispute = `chargeback.${step}`;
      const disputed = store.transaction(() => applyDispute(context, transaction, kind));
      return { content: { transaction: { id: disputed.id, status: disputed.status } } };
    },
  },
];
