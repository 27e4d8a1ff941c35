import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const sources = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
  .map((file) => ({ file, text: readFileSync(path.join("components", file), "utf8") }));

const filesWith = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => (pattern.test(text) ? [file] : [])).sort();

test("every form of a server action says for whom its page was rendered, because it is an ActionForm", () => {
  expect(filesWith(/useActionState\b|<form\b[^>]*\baction=\{(?!`\/api)/)).toEqual(["ui/action-form.tsx"]);
});

test("every file that calls a server action with an argument tells it for whom the page was rendered", () => {
  const callers = filesWith(/\bCallState</);
  expect(callers).toContain("cards/save-card.ts");
  expect(filesWith(/\buseCalls\(/)).toEqual(expect.arrayContaining(callers));
});
