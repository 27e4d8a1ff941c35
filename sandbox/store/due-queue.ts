import type { Database } from "lmdb";

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
export function createDueQueue(table: Database, nextSeq: () => number): DueQueue {
  const first = () => {
    for (const entry of table.getRange({ limit: 1 })) return entry as { key: [number, number]; value: Job };
    return undefined;
  };
  return {
    push: (job) => {
      table.putSync([job.due_ms, nextSeq()], job);
    },
    pop(nowMs) {
      const earliest = first();
      if (!earliest || earliest.key[0] > nowMs) return undefined;
      table.removeSync(earliest.key);
      return earliest.value;
    },
    nextMs: () => first()?.key[0],
  };
}
