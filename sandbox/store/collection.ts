import type { Database } from "lmdb";
import type { Session } from "./session";

/** Every stored row: a unique id and a sequence number, which orders rows by age. */
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
  /** Walks one index entry lazily; do not write to the collection meanwhile. */
  walk(index: I, value: string, order?: Range["order"]): Iterable<R>;
  count(index: I, value: string): number;
  /** The position of a row in one index entry, also after its removal; undefined when it never was in it. */
  seqOf(index: I, value: string, id: string): number | undefined;
};

export type Tables = { rows: Database; index: Database; removed: Database };

/**
 * A typed collection over two LMDB tables. `indexes` says what a row is found by besides its id; null leaves
 * the row out of that index. Index keys are [index, value, seq], so a page of "the tokens of
 * this customer, newest first" reads exactly that page however many rows there are. A removed row leaves its
 * position behind, so that a client that deletes while paging can use its id as the cursor.
 */
export function createCollection<R extends Row, I extends string>(
  name: string,
  tables: Tables,
  indexes: Record<I, (row: R) => string | null>,
  session: Session,
): Collection<R, I> {
  const indexNames = Object.keys(indexes) as I[];

  const counter = (index: I, value: string) => `${name}/${index}/${value}`;
  const link = (index: I, value: string, row: R) => {
    tables.index.putSync([index, value, row.seq], row.id);
    session.add(counter(index, value), 1);
  };
  const unlink = (index: I, value: string, row: R) => {
    tables.index.removeSync([index, value, row.seq]);
    session.add(counter(index, value), -1);
  };
  const get = (id: string): R | undefined => (isKey(id) ? tables.rows.get(id) : undefined);

  function* ids(index: I, value: string, range: Range): Generator<string> {
    if (session.count(counter(index, value)) === 0) return;
    const forward = range.order === "asc";
    const low = (forward ? range.after : range.before) ?? -1;
    const high = (forward ? range.before : range.after) ?? Number.MAX_SAFE_INTEGER;
    const start = [index, value, forward ? low : high];
    const end = [index, value, forward ? high : low];
    let left = range.limit;
    for (const entry of tables.index.getRange({ start, end, reverse: !forward })) {
      const seq = (entry.key as [string, string, number])[2];
      if (seq === low || seq === high) continue;
      if (left-- <= 0) return;
      yield entry.value as string;
    }
  }
  function* walk(index: I, value: string, range: Range): Generator<R> {
    for (const id of ids(index, value, range)) {
      const row = get(id);
      if (row) yield row;
    }
  }

  return {
    get,
    insert(fresh) {
      session.touch();
      const row = Object.assign(fresh, { seq: session.nextSeq() }) as R;
      tables.rows.putSync(row.id, row);
      for (const index of indexNames) {
        const value = indexes[index](row);
        if (value !== null) link(index, value, row);
      }
      return row;
    },
    put(row) {
      session.touch();
      const old = get(row.id);
      for (const index of indexNames) {
        const was = old ? indexes[index](old) : null;
        const is = indexes[index](row);
        if (was === is) continue;
        if (old && was !== null) unlink(index, was, old);
        if (is !== null) link(index, is, row);
      }
      tables.rows.putSync(row.id, row);
    },
    remove(id) {
      const old = get(id);
      if (!old) return false;
      session.touch();
      const values: Place["values"] = {};
      for (const index of indexNames) {
        const value = indexes[index](old);
        if (value === null) continue;
        unlink(index, value, old);
        values[index] = value;
      }
      tables.rows.removeSync(id);
      tables.removed.putSync(id, { seq: old.seq, values } satisfies Place);
      return true;
    },
    list: (index, value, range) => [...walk(index, value, range)],
    walk: (index, value, order = "desc") => walk(index, value, { order, limit: Number.MAX_SAFE_INTEGER }),
    count: (index, value) => session.count(counter(index, value)),
    seqOf(index, value, id) {
      const row = get(id);
      if (row) return indexes[index](row) === value ? row.seq : undefined;
      const place: Place | undefined = isKey(id) ? tables.removed.get(id) : undefined;
      return place?.values[index] === value ? place.seq : undefined;
    },
  };
}

/** Where a removed row stood: its value in each index. */
type Place = { seq: number; values: Record<string, string> };

/** LMDB keys are short and hold no NUL: an id that is not was never stored. */
const isKey = (id: string) => id.length > 0 && id.length <= 200 && !id.includes("\0");
