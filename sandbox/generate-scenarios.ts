import { readFileSync, writeFileSync } from "node:fs";
import { SCENARIOS } from "./scenarios/deck";

/** Writes the table of test cards in README.md. Run it after a change: `npm run scenarios` in this folder. */
export const README_FILE = new URL("./README.md", import.meta.url);

const START = "<!-- scenarios: written by generate-scenarios.ts -->";
const END = "<!-- /scenarios -->";

/** The README with a fresh table between the markers. Throws when the markers are gone. */
export function readmeWithTable(readme: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error("README.md has lost the markers of its table of test cards.");
  const rows = SCENARIOS.map(
    ({ name, number, title, description, outcome, published }) =>
      `| \`${name}\` | ${grouped(number)} | ${title}${published ? "" : " (sandbox only)"} | ${description} | ${outcome} |`,
  );
  const head = ["| scenario | number | card | behaviour | outcome |", "| --- | --- | --- | --- | --- |"];
  return `${before}${START}\n${[...head, ...rows].join("\n")}\n${END}${after}`;
}

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");

if (process.argv[1]?.endsWith("generate-scenarios.ts")) {
  writeFileSync(README_FILE, readmeWithTable(readFileSync(README_FILE, "utf8")));
}
