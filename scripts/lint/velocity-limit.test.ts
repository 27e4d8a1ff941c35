import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { beforeAll, expect, test, vi } from "vitest";
import { ASKING, type EntryPoint, findEntryPoints, type Rules } from "./velocity-limit";

vi.setConfig({ hookTimeout: 300_000 });

const RULES: Rules = {
  limit: "lib/cards/velocity-limit.ts#reserveAttempt",
  harmless: [
    "lib/payments/capture-or-void.ts#capture", // what a bank has authorized // eject: payments
  ],
  closed: [
    "app/(office)", // staff // eject: office
    "app/(demo)", // the clock, which the worker follows // eject: demo
  ],
};

const PLANTED = "app/(planted)";
const ACTIONS = `"use server";
import { reserveAttempt } from "@/lib/cards/velocity-limit";
import { startCard } from "@/lib/cards/save-card";
import { processout } from "@/lib/platform/processout";
const press = { entryPoint: "Planted", viewer: null, addressKey: null };
const ask = () => processout().invoices.authorize("iv_1", { source: "card_1" }, { idempotencyKey: "1" });
const count = () => reserveAttempt(press, async () => ({}));
`;

/** Sources that are not on the disk, and whether their entry point calls the limit first. */
const PLANTS: Record<string, { source: string; isLimited: boolean | "no entry point" }> = {
  "straight/actions.ts": { source: `${ACTIONS} export const press = async () => ask();`, isLimited: false },
  "renamed/actions.ts": {
    source: `${ACTIONS} const { tokens } = processout(); const create = tokens.create;
      export async function press() { await create("cust_1", { source: "card_1" }, { idempotencyKey: "1" }); }`,
    isLimited: false,
  },
  "late/actions.ts": {
    source: `${ACTIONS} export async function press() { await ask(); await reserveAttempt(press, async () => ({})); }`,
    isLimited: false,
  },
  "beside/actions.ts": {
    source: `${ACTIONS} export async function press() { await count(); await ask(); }`,
    isLimited: false,
  },
  "route/route.ts": {
    source: `import { processout } from "@/lib/platform/processout";
      async function handler() { await processout().tokens.update("c", "t", { source: "card_1" }, { idempotencyKey: "1" }); }
      export { handler as POST };`,
    isLimited: false,
  },
  "page/page.tsx": {
    source: `import { press } from "../straight/actions";
      import { processout } from "@/lib/platform/processout";
      export default async function Page() {
        await processout().invoices.create({ name: "", amount: "0", currency: "EUR" }, { idempotencyKey: "1" });
        return <form action={press} />;
      }`,
    isLimited: false,
  },
  "counted/actions.ts": {
    source: `${ACTIONS} export async function press() { await reserveAttempt(press, async () => ({})); await ask(); }`,
    isLimited: true,
  },
  "counted-below/actions.ts": { source: `${ACTIONS} export const press = startCard;`, isLimited: true },
  "reading/actions.ts": {
    source: `${ACTIONS} export const press = () => processout().cards.find("card_1");`,
    isLimited: "no entry point",
  },
};

let entryPoints: EntryPoint[] = [];
const isPlanted = ({ entryPoint }: EntryPoint) => entryPoint.startsWith(PLANTED);

beforeAll(() => {
  const program = createProgram(
    Object.fromEntries(
      Object.entries(PLANTS).map(([file, { source }]) => [path.resolve(PLANTED, file), source]),
    ),
  );
  entryPoints = findEntryPoints(program, RULES);
});

test("no page, route or action reaches a bank past the limit on attempts", () => {
  const open = entryPoints.filter((entryPoint) => !isPlanted(entryPoint) && !entryPoint.isLimited);
  expect(open, "call reserveAttempt of lib/cards/velocity-limit.ts first").toEqual([]);
});

test("docs/velocity-limit.md lists every entry point", () => {
  const rows = [
    ...readFileSync("docs/velocity-limit.md", "utf8").matchAll(/^\| `(app\/.+?)` \| `(\w+)` \|/gm),
  ];
  const found = entryPoints
    .filter((entryPoint) => !isPlanted(entryPoint))
    .map(({ entryPoint }) => entryPoint);
  expect(rows.map(([, file, name]) => `${file}#${name}`).sort()).toEqual(found.sort());
});

test("planted entry points are found, with and without the limit", () => {
  const found = Object.keys(PLANTS).map((file) => {
    const entryPoint = entryPoints.find((candidate) =>
      candidate.entryPoint.startsWith(`${PLANTED}/${file}#`),
    );
    return [file, entryPoint?.isLimited ?? "no entry point"];
  });
  expect(found).toEqual(Object.entries(PLANTS).map(([file, { isLimited }]) => [file, isLimited]));
});

test("each exception is needed", () => {
  for (const id of RULES.harmless)
    expect(readFileSync(id.split("#")[0] ?? "", "utf8")).toContain("invoices.capture");
});

/** Calls that read, delete, void or refund, or write what no bank sees. */
const ASKING_NO_BANK = [
  ...["cards.find", "events.find"],
  ...["customers.create", "customers.delete", "customers.find", "customers.update"],
  ...["invoices.delete", "invoices.find", "invoices.refund", "invoices.void"],
  ...["tokens.delete", "tokens.find", "tokens.list"],
  ...[
    "transactions.find",
    "transactions.findByInvoice",
    "transactions.listByCustomer",
    "transactions.listRefunds",
  ],
];

test("of every call of the API client it is said whether a bank may be asked", () => {
  const resources = readdirSync("lib/processout").filter((file) => /^\w+\.ts$/.test(file));
  const calls = resources.flatMap((file) => {
    const [, body = ""] = readFileSync(`lib/processout/${file}`, "utf8").split(
      /^export function create\w+\(request/m,
    );
    return [...body.matchAll(/^ {4}(?:async )?(\w+)\(/gm)].map(
      ([, name]) => `${path.parse(file).name}.${name}`,
    );
  });
  expect(calls.sort()).toEqual([...ASKING, ...ASKING_NO_BANK].sort());
});

function createProgram(planted: Record<string, string>): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} };
  const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", { incremental: false }, host);
  if (!config) throw new Error("tsconfig.json cannot be read");
  const roots = config.fileNames.filter((file) => {
    const name = path.relative(process.cwd(), file);
    return name.startsWith("app/") && !name.endsWith(".test.ts");
  });
  const files = ts.createCompilerHost(config.options);
  const { readFile, fileExists, getSourceFile } = files;
  files.fileExists = (name) => name in planted || fileExists(name);
  files.readFile = (name) => planted[name] ?? readFile(name);
  files.getSourceFile = (name, version, ...rest) =>
    planted[name] === undefined
      ? getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, planted[name], version, true);
  return ts.createProgram([...roots, ...Object.keys(planted)], config.options, files);
}
