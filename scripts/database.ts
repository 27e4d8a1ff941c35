// The embedded PostgreSQL as a process of its own: `database.ts --data FOLDER [--port N]`. It prints `Ready: URL`,
// stops on SIGTERM, and takes a lock in the folder.
import { parseArgs } from "node:util";
import { serveDatabase } from "./lib/embedded-database";
import { lockFolder } from "./lib/folder-lock";
import { refuse } from "./lib/refusal";

const { values } = parseArgs({
  options: { data: { type: "string" }, port: { type: "string", default: "0" } },
});
const folder = values.data ?? ".data/database";

const lock = await lockFolder(folder).catch(refuse);
const database = await serveDatabase(`${folder}/pglite`, Number(values.port));
lock.publish(database.url);

process.on("SIGINT", () => {
  // A Ctrl-C reaches every process of the terminal. The database waits for those who use it.
});
process.once("SIGTERM", async () => {
  await database.close();
  lock.release();
  process.exit(0);
});

process.send?.({ ready: database.url });
console.log(`Ready: ${database.url}`);
