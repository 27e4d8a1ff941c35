// `npm run migrate:new -- NAME`: writes the next migration from what changed in prisma/schema and prisma/constraints.
// `--empty` writes one without SQL, for a change to rows. `prisma migrate dev` does the same where it has a network.
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { MIGRATIONS } from "./lib/migrations";
import { refuse } from "./lib/refusal";
import { makeMigration, withShadow } from "./lib/write-migration";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "accept-data-loss": { type: "boolean" }, empty: { type: "boolean" } },
});
const request = { name: positionals[0], isEmpty: values.empty ?? false, acceptRisks };
const name = await withShadow((shadow) => makeMigration(request, shadow)).catch(refuse);
console.log(
  `Wrote ${MIGRATIONS}/${name}/migration.sql. Read it, change it where you know better, then apply it: npm run migrate.`,
);
// The migration engine keeps a timer of its own for ten seconds.
process.exit();

async function acceptRisks(risks: string[]): Promise<boolean> {
  console.error(`On a database with rows:\n${risks.map((risk) => `  - ${risk}`).join("\n")}`);
  if (values["accept-data-loss"]) return true;
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Write the migration nevertheless? (y/N) ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
