import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { EXAMPLE } from "../test-support/caller";
import { FACTS } from "./facts/all";
import type { Fact, Target } from "./facts/fact";
import { committedTable, nameOf, parityTable, type Results, readReal, writeReal, writeTable } from "./parity";
import { createTarget } from "./target";

/** Credentials of a sandbox project at ProcessOut turn the second half of this suite on. */
const { PROCESSOUT_CONTRACT_PROJECT_ID, PROCESSOUT_CONTRACT_KEY, PROCESSOUT_CONTRACT_WRITE } = process.env;
const REAL_API = "https://api.processout.com";

const sandboxResults: Results = {};
const realResults: Results = {};

async function hold(fact: Fact, target: Target, results: Results) {
  results[nameOf(fact)] = "differs";
  await fact.check(target);
  results[nameOf(fact)] = "holds";
}

describe("the sandbox holds", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox();
  });
  afterAll(() => sandbox.close());

  it.each(FACTS.map((fact) => [nameOf(fact), fact] as const))("%s", (_, fact) =>
    hold(fact, createTarget(sandbox.url, EXAMPLE), sandboxResults),
  );
});

if (PROCESSOUT_CONTRACT_PROJECT_ID && PROCESSOUT_CONTRACT_KEY) {
  const credentials = { projectId: PROCESSOUT_CONTRACT_PROJECT_ID, key: PROCESSOUT_CONTRACT_KEY };
  const askable = FACTS.filter((fact) => !fact.sandboxOnly);

  describe("ProcessOut itself holds", () => {
    it.each(askable.map((fact) => [nameOf(fact), fact] as const))("%s", (_, fact) =>
      hold(fact, createTarget(REAL_API, credentials), realResults),
    );
  });
}

describe("the parity table", () => {
  it("the parity table has no fact twice", () => {
    const names = FACTS.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  it("the parity table in README.md equals this run's results (PROCESSOUT_CONTRACT_WRITE=1 rewrites it)", () => {
    const real = { ...readReal(), ...realResults };
    const table = parityTable(FACTS, sandboxResults, real);
    if (PROCESSOUT_CONTRACT_WRITE) {
      writeReal(real);
      writeTable(table);
    }
    expect(committedTable()).toBe(table);
  });
});
