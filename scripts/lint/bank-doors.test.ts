import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { beforeAll, expect, test, vi } from "vitest";
import { ASKING, type Door, findBankDoors, type Rules } from "./bank-doors";

vi.setConfig({ hookTimeout: 300_000 });

const RULES: Rules = {
  limit: "lib/cards/attempt-limit.ts#reserveAttempt",
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
import { reserveAttempt } from "@/lib/cards/attempt-limit";
import { startCard } from "@/lib/cards/save-card";
import { processout } from "@/lib/platform/processout";
const press = { door: "Planted", viewer: null, addressKey: null };
const ask = () => processout().invoices.authorize("iv_1", { source: "card_1" }, { idempotencyKey: "1" });
const count = () => reserveAttempt(press, async () => ({}));
`;

/** Sources that are not on the disk, and whether their door is behind the limit. */
const PLANTS: Record<string, { source: string; isLimited: boolean | "no door" }> = {
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
    isLimited: "no door",
  },
};

let doors: Door[] = [];
const isPlanted = ({ door }: Door) => door.startsWith(PLANTED);

beforeAll(() => {
  const program = createProgram(
    Object.fromEntries(
      Object.entries(PLANTS).map(([file, { source }]) => [path.resolve(PLANTED, file), source]),
    ),
  );
  doors = findBankDoors(program, RULES);
});

test("no page, route or action reaches a bank past the limit on attempts", () => {
  const open = doors.filter((door) => !isPlanted(door) && !door.isLimited);
  expect(open, "call reserveAttempt of lib/cards/attempt-limit.ts first").toEqual([]);
});

test("docs/bank-doors.md lists the doors that there are", () => {
  const rows = [...readFileSync("docs/bank-doors.md", "utf8").matchAll(/^\| `(app\/.+?)` \| `(\w+)` \|/gm)];
  const found = doors.filter((door) => !isPlanted(door)).map(({ door }) => door);
  expect(rows.map(([, file, name]) => `${file}#${name}`).sort()).toEqual(found.sort());
});

test("planted doors are found, with and without the limit", () => {
  const found = Object.keys(PLANTS).map((file) => {
    const door = doors.find((candidate) => candidate.door.startsWith(`${PLANTED}/${file}#`));
    return [file, door?.isLimited ?? "no door"];
  });
  expect(found).toEqual(Object.entries(PLANTS).map(([file, { isLimited }]) => [file, isLimited]));
});

test("each exception is needed", () => {
  for (const id of RULES.harmless)
    expect(readFileSync(id.split("#")[0] ?? "", "utf8")).toContain("invoices.capture");
});

/** Calls that read, delete, void or refund, or write what no bank sees. */
const ASKS_NOBODY = [
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
  expect(calls.sort()).toEqual([...ASKING, ...ASKS_NOBODY].sort());
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
