import { readFileSync, writeFileSync } from "node:fs";
import { SCENARIOS } from "./scenarios";

/**
 * Writes what other programs read of the deck: `tests/support/scenarios.json` and the table in this folder's README.
 * Run it after a change: `node --import tsx sandbox/generate-scenarios.ts`
 */
export const JSON_FILE = new URL("../tests/support/scenarios.json", import.meta.url);
export const README_FILE = new URL("./README.md", import.meta.url);

const START = "<!-- scenarios: written by sandbox/generate-scenarios.ts -->";
const END = "<!-- /scenarios -->";

export function scenariosJson(): string {
  const entries = SCENARIOS.map(
    ({ name, number, scheme, co_scheme, title, description, outcome, published }) => ({
      name,
      number,
      scheme,
      co_scheme,
      title,
      description,
      outcome,
      published,
    }),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The README with a fresh table between the markers. Throws when the markers are gone. */
export function readmeWithTable(readme: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error("sandbox/README.md has lost its markers.");
  const rows = SCENARIOS.map(
    ({ name, number, title, description, outcome, published }) =>
      `| \`${name}\` | ${grouped(number)} | ${title}${published ? "" : " (sandbox only)"} | ${description} | ${outcome} |`,
  );
  const head = ["| scenario | number | card | what it does | outcome |", "| --- | --- | --- | --- | --- |"];
  return `${before}${START}\n${[...head, ...rows].join("\n")}\n${END}${after}`;
}

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");

if (process.argv[1]?.endsWith("generate-scenarios.ts")) {
  writeFileSync(JSON_FILE, scenariosJson());
  writeFileSync(README_FILE, readmeWithTable(readFileSync(README_FILE, "utf8")));
}
