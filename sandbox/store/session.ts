import type { Database } from "lmdb";

/**
 * State that the writes of one transaction share and that is written once at its end: the sequence number and the
 * counters of every index.
 */
export type Session = {
  nextSeq(): number;
  /** Notes that the transaction wrote something. */
  touch(): void;
  writes(): number;
  count(key: string): number;
  add(key: string, by: number): void;
  /** Writes what is pending; the last thing in a transaction. */
  flush(): void;
  /** Discards what is pending: the transaction was rolled back. */
  forget(): void;
  /** Empties the table. The sequence continues, so that rows still sort by age. */
  clear(): void;
};

export function createSession(table: Database<number, string>): Session {
  const pending = new Map<string, number>();
  let last = table.get("sequence") ?? 0;
  let writes = 0;
  const count = (key: string) => pending.get(key) ?? table.get(key) ?? 0;
  return {
    nextSeq: () => {
      last += 1;
      pending.set("sequence", last);
      return last;
    },
    touch: () => {
      writes += 1;
    },
    writes: () => writes,
    count,
    add: (key, by) => {
      pending.set(key, count(key) + by);
    },
    flush() {
      for (const [key, value] of pending) table.putSync(key, value);
      pending.clear();
    },
    forget: () => pending.clear(),
    clear() {
      table.clearSync();
      pending.clear();
      pending.set("sequence", last);
    },
  };
}
