import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import { openCollections } from "./collections";
import { createGroupCommit } from "./group-commit";
import { lockFolder } from "./lock";
import { createSession } from "./session";

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens the store in `folder`, or in a throw-away folder when null.
 *
 * LMDB runs with `noSync`: a committed write is with the operating system, so it survives the end of this
 * process at any moment (kill -9 included); the last seconds may be lost when the machine crashes.
 */
export async function openStore(folder: string | null) {
  const path = folder ?? mkdtempSync(join(tmpdir(), "processout-sandbox-"));
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(path);
  const root = open({ path, noSync: true, maxDbs: 64, encoding: "json" });
  const session = createSession(root.openDB<number, string>({ name: "counters", encoding: "json" }));
  const settings = root.openDB<unknown, string>({ name: "settings", encoding: "json" });
  const { collections, clear } = openCollections(root, session);

  let inside = false;
  /**
   * Commits all writes of `work` together; a throw rolls them back. Synchronous, so no other work runs in between:
   * this is why no rule of the sandbox has a race. Inside another transaction it is part of that one.
   */
  function transaction<T>(work: () => T): T {
    if (inside) return work();
    inside = true;
    try {
      return root.transactionSync(() => {
        const result = work();
        session.flush();
        return result;
      }) as T;
    } catch (error) {
      session.forget();
      throw error;
    } finally {
      inside = false;
    }
  }

  return {
    ...collections,
    transaction,
    /** The same for a request: resolves when its work is committed, together with that of others. */
    commit: createGroupCommit(session, transaction),
    setting: <T>(name: string): T | undefined => settings.get(name) as T | undefined,
    saveSetting(name: string, value: unknown) {
      session.touch();
      settings.putSync(name, value);
    },
    /** Empties every collection and setting; inside a transaction. */
    clear() {
      clear();
      session.clear();
      settings.clearSync();
    },
    async close() {
      await root.close();
      await lock.release();
      if (folder === null) rmSync(path, { recursive: true, force: true });
    },
  };
}
