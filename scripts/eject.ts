// `npm run eject`: takes features out of this project and leaves a smaller one whose own `npm test` passes.
//   npm run eject                                        asks
//   npm run eject -- --keep cards                        what is kept: cards, payments or everything
//   npm run eject -- --keep cards --without demo         what goes as well
//   --dry-run shows what would go, --yes does not ask, --no-test leaves out the gate
//   --keep-migrations adds a migration that drops the tables, instead of writing one fresh migration: for a project
//   whose migrations a database has applied that is kept
import { execFileSync } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { describeRemoval } from "./eject/describe";
import { FEATURES, SELECTIONS } from "./eject/features";
import { planEject, type Wish } from "./eject/plan";
import { cutTree, readTree, writeTree } from "./eject/stage";
import { beginSwap, finishSwap, isSwapUnfinished, stagedFolder } from "./eject/swap";
import { generateClient } from "./lib/build";
import { startProcess } from "./lib/processes";
import { Refusal, refuse } from "./lib/refusal";
import { leave, stopOnRequest } from "./lib/stop-request";
import { makeTestEnv } from "./lib/test-env";

stopOnRequest(130);
const NAMES = FEATURES.map(({ name }) => name).join(",");
const { values } = parseArgs({
  options: {
    keep: { type: "string" },
    without: { type: "string", multiple: true },
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    "no-test": { type: "boolean" },
    "keep-migrations": { type: "boolean" },
  },
});
await run().catch(refuse);

async function run() {
  if (isSwapUnfinished(".")) {
    console.log("The last eject was interrupted while it replaced files. Finishing it …");
    return conclude();
  }
  requireCleanTree();
  const tree = readTree(".");
  const removed = planEject(await readWish());
  const left = cutTree(tree, removed);
  const keepHistory = values["keep-migrations"] ?? false;
  console.log(describeRemoval(tree, left, removed));
  console.log(
    keepHistory
      ? "One more migration drops the tables that go."
      : "One fresh migration replaces the migrations there are, so a database that has applied them cannot be used any more. To keep such a database, add --keep-migrations.",
  );
  if (values["dry-run"]) return leave(0);
  if (!(await confirm("Remove all this?"))) throw new Refusal("Nothing was changed.");

  console.log("Preparing what is left …");
  // It brings the database and the migration engine: a refusal need not wait for them.
  const { finishTree } = await import("./eject/finish-tree");
  writeTree(left, stagedFolder("."));
  await finishTree(
    stagedFolder("."),
    removed.map(({ name }) => name),
    { keepHistory },
  );
  beginSwap(".", [...tree.keys()]);
  await conclude();
}

async function conclude() {
  finishSwap(".");
  const options = { env: makeTestEnv(), logFolder: ".data/logs", show: "everything" } as const;
  await generateClient({ ...options, show: "nothing" });
  console.log(
    "Done. What is left is not committed yet: git diff shows it, git restore . && git clean -fd takes it back.",
  );
  if (values["no-test"]) return leave(0);
  const { code } = await startProcess("test", ["--import", "tsx", "scripts/test.ts"], options).ended;
  await leave(code ?? 1);
}

function requireCleanTree() {
  let changes: string;
  try {
    changes = execFileSync("git", ["status", "--porcelain"], { encoding: "utf8", stdio: "pipe" });
  } catch {
    throw new Refusal(
      "Eject needs git, so that you can go back: git init && git add . && git commit -m Start.",
    );
  }
  if (changes) {
    throw new Refusal(
      `Commit or stash your changes first, so that you can go back. There are ${changes.trim().split("\n").length}:\n${changes.trimEnd()}`,
    );
  }
}

async function readWish(): Promise<Wish> {
  const without = (values.without ?? [])
    .flatMap((names) => names.split(","))
    .map((name) => name.trim())
    .filter(Boolean);
  if (values.keep !== undefined || without.length > 0) return { keep: values.keep, without };
  if (!process.stdin.isTTY) {
    throw new Refusal(
      `Say what to keep: npm run eject -- --keep ${Object.keys(SELECTIONS).join("|")}, with --without ${NAMES}.`,
    );
  }
  for (const [name, { title }] of Object.entries(SELECTIONS)) console.log(`  ${name.padEnd(12)} ${title}`);
  const keep = await ask("What do you want to keep? ");
  const also = await ask(`What shall go as well (${NAMES}; Enter for nothing)? `);
  return { keep, without: also.split(/[\s,]+/).filter(Boolean) };
}

async function confirm(question: string): Promise<boolean> {
  if (values.yes) return true;
  if (!process.stdin.isTTY) throw new Refusal("Nothing was changed: add --yes.");
  return /^y(es)?$/i.test(await ask(`${question} (y/N) `));
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}
