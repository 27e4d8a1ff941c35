import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type ProcessOptions, runProcess } from "./processes";
import { hashSources } from "./source-hash";

const RECORD = ".next/source-hash";
const NEXT = "node_modules/next/dist/bin/next";
const PRISMA = "node_modules/prisma/build/index.js";

export const nextCommand = (...args: string[]) => [NEXT, ...args];

/** The typed database client, made from prisma/schema. */
export const generateClient = (options: ProcessOptions) =>
  runProcess("prisma-generate", [PRISMA, "generate"], options);

/** The production build, made again only when its sources are not those of the last one. */
export async function ensureBuild(options: ProcessOptions): Promise<"built" | "fresh"> {
  const hash = hashSources();
  if (existsSync(".next/BUILD_ID") && readRecord() === hash) return "fresh";
  console.log("Building: the sources have changed since the last time …");
  rmSync(RECORD, { force: true });
  await generateClient(options);
  await runProcess("build", nextCommand("build"), options);
  writeFileSync(RECORD, hash);
  return "built";
}

function readRecord(): string | undefined {
  return existsSync(RECORD) ? readFileSync(RECORD, "utf8") : undefined;
}
