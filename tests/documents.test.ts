import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const read = (file: string) => readFileSync(file, "utf8");

const RECORDS = "docs/decisions";
const records = readdirSync(RECORDS).filter((name) => /^\d{4}-[a-z0-9-]+\.md$/.test(name));

const HEADINGS = ["Context", "Decision", "Consequences", "Rejected alternative", "Held by"];

describe("decision records", () => {
  test.each(records)("%s has its number, date, status and every heading", (name) => {
    const text = read(path.join(RECORDS, name));
    expect(text).toMatch(
      new RegExp(`^# ${name.slice(0, 4)}: .+\n\n- Date: \\d{4}-\\d\\d-\\d\\d\n- Status: .+\n`),
    );
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
    for (const heading of HEADINGS) expect(text, heading).toMatch(new RegExp(`^## ${heading}\n\n\\S`, "m"));
  });

  test.each(records)("every path in the section Held by of %s exists", (name) => {
    const [, heldBy = ""] = read(path.join(RECORDS, name)).split("## Held by");
    expect(listMissingPaths(heldBy)).toEqual([]);
  });

  test("the index links every record with its title", () => {
    const index = read(path.join(RECORDS, "README.md"));
    for (const name of records) {
      const title = read(path.join(RECORDS, name)).match(/^# \d{4}: (.+)/)?.[1];
      expect(index).toContain(`[${title}](${name})`);
    }
    expect([...index.matchAll(/\]\((\d{4}-.+?\.md)\)/g)].map(([, name]) => name)).toEqual(records.sort());
  });

  test("the record on overrides names every entry of package.json", () => {
    const record = records.find((name) => name.endsWith("-overrides.md"));
    const text = record ? read(path.join(RECORDS, record)) : "";
    for (const name of listKeys(packageJson.overrides)) expect(text).toContain(`\`${name}\``);
  });
});

/** The names of an object and of the objects in it. */
const listKeys = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...listKeys(inner)])
    : [];

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  `${RECORDS}/README.md`,
];

describe("documents", () => {
  test.each(documents)("every relative link of %s leads to a file and a heading", (document) => {
    expect(listBrokenLinks(document)).toEqual([]);
  });

  test.each(documents)("every path in backticks or in a reading path of %s exists", (document) => {
    expect(listMissingPaths(read(document))).toEqual([]);
  });
});

function listBrokenLinks(document: string): string[] {
  const links = [...withoutCode(read(document)).matchAll(/\]\((?:<([^>]+)>|([^)\s]+))\)/g)];
  return links
    .map(([, quoted, plain]) => quoted ?? plain ?? "")
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file, heading] = link.split("#");
      const target = file ? path.join(path.dirname(document), file) : document;
      return !existsSync(target) || (heading && !headingsOf(target).includes(heading));
    });
}

/** The headings of a document as GitHub names them in links. */
const headingsOf = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, "");

const FOLDERS = [
  "app",
  "components",
  "lib",
  "e2e",
  "prisma",
  "sandbox",
  "scripts",
  "tests",
  "docs",
  "public",
];
const PATH = new RegExp(`^(${FOLDERS.join("|")})/[^…<>*]+$`);
const FILE = /^[\w.-]+\.(md|json|tsx?|c?js|mjs|css|grit)$/;

/** Paths from the root that do not exist, and names of files that no folder has. */
function listMissingPaths(text: string): string[] {
  const code = [...withoutCode(text).matchAll(/`([^`\n]+)`/g), ...text.matchAll(/^ {4}(\S+) +\S/gm)];
  return code
    .map(([, word = ""]) => word)
    .filter((word) => (PATH.test(word) && !existsSync(word)) || (FILE.test(word) && !hasFile(word)));
}

const SKIPPED = new Set(["node_modules", ".next", ".data", ".git", "generated"]);

function listNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => (entry.isDirectory() ? listNames(path.join(folder, entry.name)) : [entry.name]));
}

const names = new Set(listNames("."));
const hasFile = (name: string) => names.has(name);

describe("environment variables", () => {
  const listVariables = (file: string, pattern: RegExp) =>
    [...read(file).matchAll(pattern)].map(([, name]) => `${name}`);

  const sources = ["lib/platform/env.ts", "lib/demo/demo-env.ts"].filter((file) => existsSync(file));
  const known = sources.flatMap((file) => listVariables(file, /^ {2}([A-Z][A-Z_]+)[:,]/gm));
  const explained = listVariables(".env.example", /^# ([A-Z][A-Z_]+)=/gm);

  /** Read by Next, by the scripts and by the configuration of the tests, not by the app. */
  const SCRIPT_VARIABLES = [
    ...["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "NEXT_DEPLOYMENT_ID"],
    ...["PORT", "SANDBOX_PORT", "SANDBOX_URL", "PROCESSOUT_SANDBOX", "PLAYWRIGHT_CHROMIUM"],
  ];

  test("every variable that the app reads is explained in .env.example", () => {
    expect(known.length).toBeGreaterThan(10);
    expect(known.filter((name) => !explained.includes(name))).toEqual([]);
  });

  test("every variable of .env.example is read by the app or by a script", () => {
    expect(explained.filter((name) => !known.includes(name) && !SCRIPT_VARIABLES.includes(name))).toEqual([]);
  });

  test("every variable of .env.example is explained once", () => {
    expect(new Set(explained).size).toBe(explained.length);
  });
});
