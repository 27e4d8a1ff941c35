import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type ProcessOptions, runProcess } from "./processes";
import { hashSources } from "./source-hash";

const RECORD = ".next/source-hash";
const NEXT = "node_modules/next/dist/bin/next";
const PRISMA = "node_modules/prisma/build/index.js";

export const nextCommand = (...args: string[]) => [NEXT, ...args];

/** `npm start -- ARGS` without npm: the words of package.json, so that what is tested is what a deployment runs. */
export function startCommand(...args: string[]): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(" ");
  return nextCommand(...words, ...args);
}

/** The typed database client, made from prisma/schema. */
export const generateClient = (options: ProcessOptions) =>
  runProcess("prisma-generate", [PRISMA, "generate"], options);

/** What `npm run build` makes. `next build` runs only when its sources have changed since the last time. */
export async function ensureBuild(options: ProcessOptions): Promise<void> {
  await ensureNextBuild(options);
  await runProcess("bundle", ["scripts/bundle.mjs"], options);
}

async function ensureNextBuild(options: ProcessOptions) {
  const hash = hashSources();
  if (existsSync(".next/BUILD_ID") && readRecord() === hash) return;
  console.log("Building: the sources have changed since the last time …");
  rmSync(RECORD, { force: true });
  await generateClient(options);
  await runProcess("build", nextCommand("build"), options);
  writeFileSync(RECORD, hash);
}

function readRecord(): string | undefined {
  return existsSync(RECORD) ? readFileSync(RECORD, "utf8") : undefined;
}
