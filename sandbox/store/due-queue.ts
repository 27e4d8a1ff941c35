import type { Database } from "lmdb";
import type { Session } from "./session";

/** Something that happens later, on the sandbox's clock. `subject` is for the kind's handler to understand. */
export type Job = { kind: string; subject: string; due_ms: number };

export type DueQueue = {
  push(job: Job): void;
  /** Takes the earliest job due at `nowMs` or before. */
  pop(nowMs: number): Job | undefined;
  /** When the earliest job is due. */
  nextMs(): number | undefined;
};

/** Jobs in the order they fall due: the table's key is [due, sequence]. */
export function createDueQueue(table: Database, session: Session): DueQueue {
  const first = () => {
    for (const entry of table.getRange({ limit: 1 })) return entry as { key: [number, number]; value: Job };
    return undefined;
  };
  return {
    push: (job) => {
      session.touch();
      table.putSync([job.due_ms, session.nextSeq()], job);
    },
    pop(nowMs) {
      const earliest = first();
      if (!earliest || earliest.key[0] > nowMs) return undefined;
      session.touch();
      table.removeSync(earliest.key);
      return earliest.value;
    },
    nextMs: () => first()?.key[0],
  };
}
