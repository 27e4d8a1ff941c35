/**
 * One violation of each rule of the two import configurations and of biome.json. `lint.test.ts` writes them all into a
 * temporary project, and fails when a rule has none.
 */
import rooms from "./rooms.cjs";

export type Plant = { rule: string; file: string; source: string };

const breaks = (rule: string, file: string, source: string): Plant => ({ rule, file, source });

/** Each room imports the room above it. */
const ROOM_PLANTS = rooms.ROOMS.slice(0, -1).map((room, index) =>
  breaks(`${room}-is-below`, `lib/${room}/upwards.ts`, `import "@/lib/${rooms.ROOMS[index + 1]}/plain";`),
);

export const FORBIDDEN_IMPORTS: Plant[] = [
  ...ROOM_PLANTS,
  breaks(
    "no-circular",
    "lib/platform/circle-back.ts",
    'import type { Circle } from "./circle";\nexport type Back = Circle;',
  ),
  breaks("no-unresolvable", "lib/platform/nowhere.ts", 'import "./no-such-file";'),
  // eject:start sandbox
  breaks("into-sandbox", "lib/platform/emulated.ts", 'import "../../sandbox/scenarios";'),
  breaks("out-of-sandbox", "sandbox/server.ts", 'import "../lib/platform/plain";'),
  // eject:end sandbox
  breaks("processout-stands-alone", "lib/processout/amount.ts", 'import "@/lib/platform/plain";'),
  breaks("processout-js-stands-alone", "lib/processout-js/amount.ts", 'import "@/lib/platform/plain";'),
  breaks("clients-know-no-framework", "lib/processout/hook.ts", 'import "react";'),
  breaks("lib-draws-nothing", "lib/mail/screen.ts", 'import "@/components/ui/plain";'),
  breaks("components-know-no-route", "components/ui/route.tsx", 'import "@/app/plain";'),
  breaks(
    "shared-components-know-no-feature",
    "components/ui/feature.tsx",
    'import "@/components/cards/plain";',
  ),
  breaks("demo-comes-off", "components/layout/banner.tsx", 'import "@/lib/demo/plain";'), // eject: demo
  breaks(
    "components-reach-no-database",
    "components/auth/queries.tsx",
    'import type { Query } from "@/lib/auth/queries";\nexport type Props = Query;',
  ),
  breaks("pages-use-the-features", "app/client.tsx", 'import "@/lib/processout";'),
  breaks("features-know-no-framework", "lib/jobs/headers.ts", 'import "next/headers";'),
  breaks("worker-runs-in-plain-node", "scripts/worker.ts", 'import "../lib/auth/session";'),
  breaks(
    "who-makes-a-viewer",
    "app/forged.ts",
    'import { makeViewer } from "@/lib/auth/viewer";\nmakeViewer("a");',
  ),
  breaks(
    "who-acts-as-system",
    "app/system.ts",
    'import { asSystem } from "@/lib/auth/as-system";\nasSystem("a");',
  ),
  // eject:start office
  breaks(
    "who-makes-a-staff-viewer",
    "app/staff.ts",
    'import { makeStaffViewer } from "@/lib/auth/staff-viewer";\nmakeStaffViewer("a");',
  ),
  // eject:end office
  breaks("no-tests-in-production", "lib/platform/fixture.ts", 'import "@/tests/support/fixtures";'),
  breaks("nothing-imports-browser-tests", "scripts/measure.ts", 'import "../e2e/pages";'),
];

/** Two folders that import each other, although no file does. */
export const FORBIDDEN_FOLDERS: { rule: string; folders: string[]; files: Record<string, string> }[] = [
  {
    rule: "no-circular-folders",
    folders: ["components/brand", "components/layout"],
    files: {
      "components/brand/logo.tsx": 'import type { Width } from "../layout/width";\nexport type Logo = Width;',
      "components/layout/width.tsx": "export type Width = number;",
      "components/layout/header.tsx": 'import "../brand/name";',
      "components/brand/name.tsx": 'export const name = "";',
    },
  },
];

/** Imports that the rules allow, and the files that the violations import. */
export const ALLOWED: Record<string, string> = {
  ...Object.fromEntries(rooms.ROOMS.map((room) => [`lib/${room}/plain.ts`, "export const plain = 1;"])),
  "lib/demo/plain.ts": 'import "@/lib/platform/plain";', // eject: demo
  "lib/platform/db.ts": "export const db = 1;",
  "lib/platform/circle.ts": 'import type { Back } from "./circle-back";\nexport type Circle = Back | 1;',
  "lib/platform/circle-back.ts": "export type Back = 1;",
  "lib/processout/index.ts": "export const client = 1;",
  "lib/auth/viewer.ts":
    "export const makeViewer = (userId: string) => ({ userId });\nexport type Viewer = object;",
  "lib/auth/staff-viewer.ts": "export const makeStaffViewer = (email: string) => ({ email });", // eject: office
  "lib/auth/as-system.ts":
    'import { makeViewer } from "./viewer";\nexport const asSystem = (id: string) => makeViewer(id);',
  "lib/auth/session.ts": 'import "next/headers";\nimport { makeViewer } from "./viewer";\nmakeViewer("a");',
  "lib/auth/queries.ts":
    'import { db } from "@/lib/platform/db";\nimport { client } from "@/lib/processout";\nexport type Query = typeof db | typeof client;',
  "lib/auth/jobs.ts": 'import { asSystem } from "./as-system";\nexport const job = asSystem("a");',
  "lib/auth/webhook.ts":
    'import "@/lib/webhooks/plain";\nimport { asSystem } from "./as-system";\nexport const handle = asSystem("a");',
  "lib/auth/viewer.test.ts":
    'import { makeViewer } from "./viewer";\nimport "@/tests/support/fixtures";\nmakeViewer("a");',
  "components/ui/plain.tsx": 'import "react";\nimport "@/lib/platform/plain";',
  "components/cards/plain.tsx": 'import "@/components/ui/plain";',
  "components/auth/plain.tsx":
    'import type { Viewer } from "@/lib/auth/viewer";\nimport "@/components/ui/plain";\nexport type Props = Viewer;',
  "app/plain.tsx":
    'import type { Viewer } from "@/lib/auth/viewer";\nimport "@/components/auth/plain";\nimport "next/headers";\nexport type Props = Viewer;',
  // eject:start sandbox
  "sandbox/scenarios.ts": "export const SCENARIOS = [];",
  "sandbox/examples/sdk.ts": 'import "an-sdk-that-is-not-installed";',
  // eject:end sandbox
  "tests/support/fixtures.ts": 'import { makeViewer } from "@/lib/auth/viewer";\nmakeViewer("a");',
  "e2e/pages.ts": 'import "@/tests/support/fixtures";',
};

/** Violations of biome.json: of each rule it sets, and of each plugin by the name of its file. */
export const FORBIDDEN_CODE: Plant[] = [
  breaks("business-time", "lib/cards/due.ts", "export const due = Date.now();\n"),
  breaks("business-time", "app/due.ts", "export const due = new Date();\n"),
  breaks(
    "database-time",
    "lib/cards/sql.ts",
    'import { db } from "@/lib/platform/db";\n\nexport const due = db()`SELECT now()`;\n',
  ),
  breaks("noProcessEnv", "lib/cards/setting.ts", "export const setting = process.env.SETTING;\n"),
  breaks("useFilenamingConvention", "lib/cards/SavedCards.ts", "export const cards = 1;\n"),
  breaks(
    "noExcessiveLinesPerFile",
    "lib/cards/long.ts",
    `export const cards = [\n${"  1,\n".repeat(250)}];\n`,
  ),
  breaks("noExplicitAny", "lib/cards/any.ts", "export const cards = 1 as any;\n"),
  breaks(
    "noNonNullAssertion",
    "lib/cards/non-null.ts",
    "export const first = (cards: string[]) => cards[0]!;\n",
  ),
  breaks("noConsole", "lib/cards/print.ts", 'console.log("saved");\n\nexport const cards = 1;\n'),
  breaks("noUnusedVariables", "lib/cards/unused.ts", "const cards = 1;\n\nexport const tokens = 2;\n"),
  breaks(
    "noUnusedImports",
    "lib/cards/unused-import.ts",
    'import { db } from "@/lib/platform/db";\n\nexport const cards = 1;\n',
  ),
  breaks(
    "useImportType",
    "lib/cards/import-type.ts",
    'import { Card } from "./to-card";\n\nexport const nameOf = (card: Card) => card.name;\n',
  ),
  breaks(
    "useConsistentTypeDefinitions",
    "lib/cards/interface.ts",
    "export interface Card {\n  name: string;\n}\n",
  ),
];

/** What biome.json allows in some files only. */
export const ALLOWED_CODE: Record<string, string> = {
  "lib/platform/clock.ts": "export const now = async () => new Date();\n",
  "lib/cards/is-due.ts": "export const isDue = (at: Date, now: Date) => at <= new Date(now.getTime());\n",
  "lib/platform/env.ts": "export const home = process.env.HOME;\n",
  "scripts/print.ts": "console.log(process.env.HOME);\n",
  "tests/support/fixture.ts": "export const fixture = ({}, use: () => void) => use();\n",
};
