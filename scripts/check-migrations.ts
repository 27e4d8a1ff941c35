// The gate's check: no migration changed after it was applied, and the history leads to the schema.
import { findBrokenSeals } from "./lib/migrations";
import { refuse } from "./lib/refusal";
import { composeMigration, withShadow } from "./lib/write-migration";

const broken = findBrokenSeals();
const { sql } = await withShadow(composeMigration).catch(refuse);
const drift = sql
  ? [
      `The migrations do not lead to prisma/schema and prisma/constraints. Write the next one with npm run migrate:new -- NAME. What is missing:\n\n${sql}`,
    ]
  : [];
for (const sentence of [...broken, ...drift]) console.error(sentence);
// The migration engine keeps a timer of its own for ten seconds.
process.exit(broken.length + drift.length > 0 ? 1 : 0);
