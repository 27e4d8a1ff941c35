import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Fact } from "./facts/fact";

/** The results of the facts against one API. A fact that was not run is absent. */
export type Results = Record<string, "holds" | "differs">;

const README = new URL("../README.md", import.meta.url);
const REAL = new URL("./real.json", import.meta.url);
const BEGIN = "<!-- parity:begin -->";
const END = "<!-- parity:end -->";

export const nameOf = (fact: Fact) => `${fact.section} ${fact.says}`;

/** The last results against the real API, as committed. */
export function readReal(): Results {
  return existsSync(REAL) ? (JSON.parse(readFileSync(REAL, "utf8")) as Results) : {};
}

export function writeReal(results: Results) {
  writeFileSync(REAL, `${JSON.stringify(results, null, 2)}\n`);
}

/** The parity table: a fact that was never run against the real API says so, and is not counted as held. */
export function parityTable(facts: readonly Fact[], sandbox: Results, real: Results): string {
  const rows = facts.map((fact) => {
    const name = nameOf(fact);
    const realSays = fact.sandboxOnly ? "cannot be asked" : (real[name] ?? "not yet run");
    return `| ${fact.section} | ${fact.says.replaceAll("|", "\\|")} | ${fact.known} | ${sandbox[name] ?? "not run"} | ${realSays} |`;
  });
  return [
    "| section | fact | known from | sandbox | real |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** The table as the README has it now. */
export function committedTable(): string {
  const readme = readFileSync(README, "utf8");
  return readme.slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)).trim();
}

export function writeTable(table: string) {
  const readme = readFileSync(README, "utf8");
  const [before] = readme.split(BEGIN);
  const [, after] = readme.split(END);
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
