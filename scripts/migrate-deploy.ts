// Applies the pending migrations to DATABASE_URL: `node dist/migrate-deploy.mjs` in production, before the new version starts.
import { applyMigrations } from "./lib/migrations";
import { Refusal, refuse } from "./lib/refusal";

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) refuse(new Refusal("Set DATABASE_URL to the PostgreSQL database to migrate."));
const applied = await applyMigrations(DATABASE_URL).catch(refuse);
for (const name of applied) console.log(`Applied ${name}.`);
if (applied.length === 0) console.log("No pending migrations.");
// The schema engine keeps a timer for ten seconds.
process.exit();
