// `npm run migrate`: brings DATABASE_URL, or the embedded database, to the newest migration.
import { openDatabase } from "./lib/database";
import { applyMigrations, sealMigrations } from "./lib/migrations";
import { refuse } from "./lib/refusal";
import { readSettings } from "./lib/settings";

const database = await openDatabase(readSettings()).catch(refuse);
const applied = await applyMigrations(database.url).catch(refuse);
sealMigrations();
for (const name of applied) console.log(`Applied ${name}.`);
if (applied.length === 0) console.log("Nothing to apply: the database is at the newest migration.");
await database.close();
// The migration engine keeps a timer of its own for ten seconds.
process.exit();
