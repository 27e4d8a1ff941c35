import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { type Count, FAILED } from "../lib/gate";
import { type ProcessOptions, startProcess } from "../lib/processes";
import { Refusal } from "../lib/refusal";
import { FEATURES, SELECTIONS } from "./features";
import { planEject, type Wish } from "./plan";

/** Two copies beside each other: half of what a copy's checks do uses one core. */
const LANES = 2;
/** What each copy runs of its own gate: everything that reads its sources. */
const STATIC = ["client", "lint", "imports", "dead code", "lock file", "migrations", "types"];
const SANDBOX = path.resolve("sandbox");
const IN_FULL = [...STATIC, "unit and postgres", "build"];

type Proof = { name: string; wish: Wish; steps: string[] };

/**
 * Makes each selection in a copy, with and without demo and sandbox, and runs the copy's own gate: what reads its
 * sources, or `inFull` its tests and its build too. A copy without a sandbox borrows this project's for its tests.
 */
export async function proveSelections(options: ProcessOptions, { inFull = false } = {}): Promise<Count> {
  const queue = listProofs(inFull);
  const total: Count = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let proof = queue.shift(); proof; proof = queue.shift()) {
      const start = performance.now();
      const count = await prove(proof, options);
      total.passed += count.passed;
      total.failed += count.failed;
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`${proof.name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return total;
}

/** Each set of features that is left once: a selection that removes nothing, or the same as another, is no proof. */
function listProofs(inFull: boolean): Proof[] {
  const names = FEATURES.map(({ name }) => name);
  const bare = ["sandbox", "demo"].filter((name) => names.includes(name));
  const proofs = new Map<string, Proof>();
  for (const keep of Object.keys(SELECTIONS)) {
    for (const without of [[], bare]) {
      const wish = { keep, without };
      const removed = planOf(wish);
      if (removed.length === 0 || proofs.has(removed.join())) continue;
      const name = ["eject", keep, ...(without.length > 0 ? ["without", ...without] : [])].join("-");
      proofs.set(removed.join(), { name, wish, steps: stepsOf({ keep, without }, inFull) });
    }
  }
  return [...proofs.values()];
}

function stepsOf({ keep, without }: { keep: string; without: string[] }, inFull: boolean): string[] {
  if (!inFull) return keep === "everything" ? [...STATIC, "build"] : STATIC;
  return keep === "cards" && without.length === 0 ? [...IN_FULL, "browser"] : IN_FULL;
}

function planOf(wish: Wish): string[] {
  try {
    return planEject(wish).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function prove({ name, wish, steps }: Proof, options: ProcessOptions): Promise<Count> {
  const copy = path.resolve(".data/ejected", name);
  try {
    const request = JSON.stringify({ wish, copy });
    const made = await startProcess(`${name}-copy`, [...TSX, "scripts/eject/copy.ts", request], options)
      .ended;
    if (made.code !== 0) return failed(made.tail);
    const { tail } = await startProcess(name, [...TSX, "scripts/test.ts", ...steps], {
      ...options,
      env: { ...options.env, PROCESSOUT_SANDBOX: existsSync(path.join(copy, "sandbox")) ? "" : SANDBOX },
      cwd: copy,
    }).ended;
    const [, passed, failures] = /(\d+) passed, (\d+) failed\s*$/.exec(tail) ?? [];
    if (failures !== "0") return { passed: Number(passed ?? 0), failed: failed(tail).failed };
    return { passed: Number(passed), failed: 0 };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const TSX = ["--import", "tsx"];

function failed(output: string): Count {
  console.error(output);
  return FAILED;
}
