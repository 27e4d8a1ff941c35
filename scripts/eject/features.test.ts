import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EJECT, FEATURES } from "./features";
import { cutMarks, findMarks } from "./marks";
import { ABOUT_MARKS, readTree } from "./stage";

describe("this project", () => {
  it("has marks of known features only, each block closed", () => {
    const known = new Set([...FEATURES, EJECT].map(({ name }) => name));
    for (const [file, content] of readTree(".")) {
      if (typeof content !== "string" || ABOUT_MARKS.includes(file)) continue;
      expect(
        findMarks(content).filter((name) => !known.has(name)),
        file,
      ).toEqual([]);
      expect(() => cutMarks(content, new Set(), file)).not.toThrow();
    }
  });

  it("has every file that the table of features names", () => {
    const files = [...readTree(".").keys()];
    const isThere = (one: string) => files.some((file) => file === one || file.startsWith(`${one}/`));
    const named = FEATURES.flatMap(({ paths, replacements = {} }) => [
      ...paths,
      ...Object.values(replacements),
    ]);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  it("has a marked line in the index for every decision record of a feature", () => {
    const index = readFileSync("docs/decisions/README.md", "utf8");
    const marked = [...index.matchAll(/\]\((\d{4}-.+?\.md)\).*<!-- eject: (.+?) -->/g)];
    const inIndex = marked.map(([, file, name]) => `${name} docs/decisions/${file}`);
    const inTable = [...FEATURES, EJECT].flatMap(({ name, paths }) =>
      paths.filter((one) => one.startsWith("docs/decisions/")).map((one) => `${name} ${one}`),
    );
    expect(inIndex.sort()).toEqual(inTable.sort());
  });
});
