import { Refusal } from "../lib/refusal";

const OPEN = String.raw`(?:\/\/|#|--|\{?\/\*|<!--)`;
const CLOSE = String.raw`\s*(?:\*\/\}?|-->)?\s*$`;
const NAMES = "([a-z]+(?:, [a-z]+)*)";
const LINE = new RegExp(`${OPEN} eject: ${NAMES}${CLOSE}`);
const START = new RegExp(String.raw`^\s*${OPEN} eject:start ${NAMES}${CLOSE}`);
const END = new RegExp(String.raw`^\s*${OPEN} eject:end ${NAMES}${CLOSE}`);
const ANY = new RegExp(`${OPEN} eject:`);

/**
 * The text without the lines and blocks that are marked with removed features alone (docs/eject-markers.md). A mark that
 * names another feature as well stays, with the names that are left.
 */
export function cutMarks(text: string, removed: ReadonlySet<string>, file: string): string {
  const kept: string[] = [];
  let open: { names: string; isCut: boolean } | undefined;
  for (const line of text.split("\n")) {
    const start = line.match(START)?.[1];
    const end = line.match(END)?.[1];
    const single = line.match(LINE)?.[1];
    if (!start && !end && !single && ANY.test(line)) throw malformed(file, line);
    if (start && open)
      throw new Refusal(`${file}: the block "${start}" starts inside the block "${open.names}".`);
    if (end && open?.names !== end)
      throw new Refusal(`${file}: the block "${end}" ends where it has not started.`);
    const names = start ?? end ?? single;
    const left = names
      ?.split(", ")
      .filter((name) => !removed.has(name))
      .join(", ");

    if (start) open = { names: start, isCut: left === "" };
    const isCut = open?.isCut || (single && left === "");
    if (!isCut) kept.push(names && left ? line.replace(names, () => left) : line);
    if (end) open = undefined;
  }
  if (open) throw new Refusal(`${file}: the block "${open.names}" does not end.`);
  return kept.join("\n");
}

/** The features that a text's marks name. */
export function findMarks(text: string): string[] {
  const marks = text.split("\n").map((line) => (line.match(START) ?? line.match(LINE))?.[1]);
  return [...new Set(marks.flatMap((names) => names?.split(", ") ?? []))];
}

const malformed = (file: string, line: string) =>
  new Refusal(`${file}: this mark has neither of the two forms of docs/eject-markers.md:\n${line.trim()}`);
