/** What each import rule exists to stop, planted: rule, file, and the line that breaks it. */
export const FORBIDDEN_IMPORTS: [rule: string, file: string, line: string][] = [
  ["into-sandbox", "lib/data/cards.ts", 'import "../../sandbox/scenarios";'],
  ["out-of-sandbox", "sandbox/server.ts", 'import "../lib/money";'],
  ["processout-stands-alone", "lib/processout/request.ts", 'import "@/lib/platform/money";'],
  ["processout-js-stands-alone", "lib/processout-js/load.ts", 'import "@/lib/platform/money";'],
  ["clients-know-no-framework", "lib/processout/react.ts", 'import "react";'],
  ["app-uses-the-data-layer", "app/page.tsx", 'import "@/lib/processout/request";'],
  ["components-are-given-things", "components/card.tsx", 'import "@/lib/data/plain";'],
  ["data-knows-no-session", "lib/data/session.ts", 'import "@/lib/auth/session";'],
  ["plain-node", "lib/jobs/page.ts", 'import "next/headers";'],
  ["auth-is-above-data", "lib/auth/job.ts", 'import "@/lib/jobs/plain";'],
  ["jobs-are-not-screens", "lib/webhooks/screen.ts", 'import "@/components/plain";'],
  ["small-files-know-nothing-above", "lib/mail.ts", 'import "./data/plain";'],
  ["who-makes-a-viewer", "lib/data/forged.ts", 'import { makeViewer } from "./viewer"; makeViewer("x");'],
  ["who-acts-as-system", "app/system.ts", 'import { asSystem } from "@/lib/auth/as-system"; asSystem("x");'],
  ["no-tests-in-production", "lib/shop.ts", 'import "./test-shop";'],
  ["nothing-imports-tests", "scripts/bench.ts", 'import "../e2e/fixtures";'],
  ["no-circular", "lib/circle-back.ts", 'import "./circle";'],
  ["no-unresolvable", "lib/nowhere.ts", 'import "./no-such-file";'],
];

/** What the planted files import, breaking no rule themselves. */
export const INNOCENT: Record<string, string> = {
  "sandbox/scenarios.ts": "export const SCENARIOS = [];",
  "lib/platform/money.ts": "export const cents = 100;",
  "lib/data/plain.ts": "export const plain = 1;",
  "lib/auth/viewer.ts":
    "export const makeViewer = (userId: string) => ({ userId });\nexport type Viewer = object;",
  "lib/auth/as-system.ts":
    'import { makeViewer } from "./viewer";\nexport const asSystem = (id: string) => makeViewer(id);',
  "lib/data/reader.ts":
    'import type { Viewer } from "./viewer";\nexport const read = (viewer: Viewer) => viewer;',
  "lib/auth/session.ts":
    'import { makeViewer } from "@/lib/auth/viewer";\nexport const user = makeViewer("a");',
  "lib/jobs/plain.ts": 'import { asSystem } from "@/lib/auth/as-system";\nexport const job = asSystem("a");',
  "lib/test-shop.ts": "export const shop = 1;",
  "lib/circle.ts": 'import "./circle-back";\nexport const circle = 1;',
  "lib/circle-back.ts": "export const back = 1;",
  "components/plain.tsx": 'import { cents } from "@/lib/platform/money";\nexport const plain = cents;',
  "lib/processout/request.ts": "export const request = 1;",
  "tests/support/fixtures.ts": "export const fixture = 1;",
};

/** What Biome must refuse: the rule, and a file that breaks it. */
export const FORBIDDEN_CODE: [rule: string, file: string, source: string][] = [
  ["plugin", "lib/data/due.ts", "export const due = Date.now();\n"],
  ["plugin", "app/due.ts", "export const due = new Date();\n"],
  [
    "plugin",
    "lib/data/sql.ts",
    'import { db } from "@/lib/platform/db";\n\nexport const due = db()`SELECT now()`;\n',
  ],
  ["noProcessEnv", "lib/data/setting.ts", "export const setting = process.env.SETTING;\n"],
  ["useFilenamingConvention", "lib/data/SavedCards.ts", "export const cards = 1;\n"],
  ["noExcessiveLinesPerFile", "lib/data/long.ts", `export const cards = [\n${"  1,\n".repeat(250)}];\n`],
  ["noExplicitAny", "lib/data/any.ts", "export const cards = 1 as any;\n"],
];

export const ALLOWED_CODE: Record<string, string> = {
  "lib/platform/clock.ts": "export const now = async () => new Date();\n",
  "lib/data/rule.ts": "export const isDue = (at: Date, now: Date) => at <= new Date(now.getTime());\n",
  "lib/platform/env.ts": "export const home = process.env.HOME;\n",
};
