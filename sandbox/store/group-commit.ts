import type { Session } from "./session";

type Piece = {
  work: () => unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** The value that the work returned or threw. */
  outcome: unknown;
  failed: boolean;
};

export type GroupCommit = <T>(work: () => T) => Promise<T>;

/**
 * Commits the writes of all requests that arrive in one turn of the event loop together. A piece of work that
 * throws before it wrote anything fails alone. One that throws later rolls back the group, and every piece then
 * runs again in a transaction of its own, so work must be repeatable.
 */
export function createGroupCommit(
  session: Pick<Session, "writes">,
  transaction: (work: () => void) => void,
): GroupCommit {
  let waiting: Piece[] = [];

  /** Throws only when the piece has written and must be rolled back. */
  function run(piece: Piece) {
    const before = session.writes();
    try {
      piece.outcome = piece.work();
      piece.failed = false;
    } catch (error) {
      piece.outcome = error;
      piece.failed = true;
      if (session.writes() > before) throw error;
    }
  }

  function runAlone(piece: Piece) {
    try {
      transaction(() => run(piece));
    } catch (error) {
      piece.outcome = error;
      piece.failed = true;
    }
  }

  function flush() {
    const group = waiting;
    waiting = [];
    try {
      transaction(() => group.forEach(run));
    } catch {
      group.forEach(runAlone);
    }
    for (const { failed, outcome, resolve, reject } of group) (failed ? reject : resolve)(outcome);
  }

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        work,
        resolve: resolve as (value: unknown) => void,
        reject,
        outcome: undefined,
        failed: false,
      });
      if (waiting.length === 1) setImmediate(flush);
    });
}
