import type { Database } from "lmdb";

/** Every stored row: an id for the world and a sequence number, which orders rows by age. */
export type Row = { id: string; seq: number };

export type Range = {
  order: "asc" | "desc";
  limit: number;
  /** Sequence numbers, both exclusive, read in the direction of `order`. */
  after?: number;
  before?: number;
};

export type Collection<R extends Row, I extends string = string> = {
  get(id: string): R | undefined;
  /** Gives the row its sequence number and stores it. */
  insert(row: Omit<R, "seq">): R;
  put(row: R): void;
  remove(id: string): boolean;
  /** Rows of one index entry, oldest or newest first. Costs as much as it returns. */
  list(index: I, value: string, range: Range): R[];
  /** Walks one index entry lazily; do not write to the collection on the way. */
  walk(index: I, value: string, order?: Range["order"]): Iterable<R>;
  count(index: I, value: string): number;
};

export type Tables = { rows: Database; index: Database; counts: Database };

/**
 * `indexes` says what a row is found by besides its id; null leaves it out of that index.
 * A typed collection over three LMDB tables. Index keys are [index, value, seq], so a page of "the tokens of
 * this customer, newest first" reads exactly that page however many rows there are.
 */
export function createCollection<R extends Row, I extends string>(
  tables: Tables,
  indexes: Record<I, (row: R) => string | null>,
  nextSeq: () => number,
): Collection<R, I> {
  const names = Object.keys(indexes) as I[];

  const bump = (name: I, value: string, by: number) => {
    const key = [name, value];
    tables.counts.putSync(key, (tables.counts.get(key) ?? 0) + by);
  };
  const link = (name: I, value: string, row: R) => {
    tables.index.putSync([name, value, row.seq], row.id);
    bump(name, value, 1);
  };
  const unlink = (name: I, value: string, row: R) => {
    tables.index.removeSync([name, value, row.seq]);
    bump(name, value, -1);
  };
  const get = (id: string): R | undefined => (isKey(id) ? tables.rows.get(id) : undefined);

  function* ids(name: I, value: string, range: Range): Generator<string> {
    const forward = range.order === "asc";
    const low = (forward ? range.after : range.before) ?? -1;
    const high = (forward ? range.before : range.after) ?? Number.MAX_SAFE_INTEGER;
    const start = [name, value, forward ? low : high];
    const end = [name, value, forward ? high : low];
    let left = range.limit;
    for (const entry of tables.index.getRange({ start, end, reverse: !forward })) {
      const seq = (entry.key as [string, string, number])[2];
      if (seq === low || seq === high) continue;
      if (left-- <= 0) return;
      yield entry.value as string;
    }
  }
  function* walk(name: I, value: string, range: Range): Generator<R> {
    for (const id of ids(name, value, range)) {
      const row = get(id);
      if (row) yield row;
    }
  }

  return {
    get,
    insert(fresh) {
      const row = { ...fresh, seq: nextSeq() } as R;
      tables.rows.putSync(row.id, row);
      for (const name of names) {
        const value = indexes[name](row);
        if (value !== null) link(name, value, row);
      }
      return row;
    },
    put(row) {
      const old = get(row.id);
      for (const name of names) {
        const was = old ? indexes[name](old) : null;
        const is = indexes[name](row);
        if (was === is) continue;
        if (old && was !== null) unlink(name, was, old);
        if (is !== null) link(name, is, row);
      }
      tables.rows.putSync(row.id, row);
    },
    remove(id) {
      const old = get(id);
      if (!old) return false;
      for (const name of names) {
        const value = indexes[name](old);
        if (value !== null) unlink(name, value, old);
      }
      tables.rows.removeSync(id);
      return true;
    },
    list: (name, value, range) => [...walk(name, value, range)],
    walk: (name, value, order = "desc") => walk(name, value, { order, limit: Number.MAX_SAFE_INTEGER }),
    count: (name, value) => tables.counts.get([name, value]) ?? 0,
  };
}

/** LMDB keys are short and hold no NUL; what is neither was never stored. */
const isKey = (id: string) => id.length > 0 && id.length <= 200 && !id.includes("\0");
