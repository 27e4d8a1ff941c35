import path from "node:path";
import { serveDatabase } from "./embedded-database";
import { findServedUrl, lockFolder } from "./folder-lock";
import type { Settings } from "./settings";

export const databaseFolder = (dataDir: string) => path.join(dataDir, "database");

/**
 * The database for a command that runs and ends: DATABASE_URL, or the embedded one where a running demo already
 * serves it, or the embedded one inside this process.
 */
export async function openDatabase({ databaseUrl, dataDir }: Settings) {
  const folder = databaseFolder(dataDir);
  const url = databaseUrl ?? (await findServedUrl(folder));
  if (url) return { url, close: async () => {} };

  const lock = await lockFolder(folder);
  const database = await serveDatabase(path.join(folder, "pglite"));
  lock.publish(database.url);
  return {
    url: database.url,
    async close() {
      await database.close();
      lock.release();
    },
  };
}
