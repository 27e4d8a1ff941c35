import { parseAmount } from "../amounts";
import type { Engine, Jobs } from "../engine";
import { captureNow } from "./capture-now";
import { openAmount } from "./rules/capture-and-void";

type CaptureType = "final" | "non-final";

/** Captures an authorization at `at`, on the sandbox's clock. A past time is at once. */
export function scheduleAutoCapture(
  engine: Engine,
  transactionId: string,
  at: string,
  amount: string | null,
  type: CaptureType,
) {
  engine.jobs.schedule("auto-capture", `${transactionId} ${type} ${amount ?? ""}`, Date.parse(at));
}

export function registerAutoCapture(jobs: Jobs) {
  jobs.on("auto-capture", (engine, subject) => {
    const [id = "", type = "", amount = ""] = subject.split(" ");
    const transaction = engine.store.transactions.get(id);
    // Captured or voided by hand in the meantime: nothing to do.
    if (transaction?.status !== "authorized" || openAmount(transaction) === 0n) return;
    // Voided in part: what is left.
    const isOpen = (parseAmount(amount) ?? 0n) <= openAmount(transaction);
    captureNow(engine, transaction, isOpen && amount ? amount : null, type as CaptureType);
  });
}
