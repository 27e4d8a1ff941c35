import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./folder-lock";
import { runProcess } from "./processes";
import { ensureSecret } from "./secret";

let folder = "";
const umask = process.umask();
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "private-"));
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true });
});

const modeOf = (...names: string[]) => (statSync(path.join(folder, ...names)).mode & 0o777).toString(8);

test("secrets are for their owner only, also in a folder that was open to others", () => {
  chmodSync(folder, 0o755);
  ensureSecret(folder, "secret");
  expect([modeOf("."), modeOf("secret")]).toEqual(["700", "600"]);
});

test("the database's folder, and every file that its process writes there, are for their owner only", async () => {
  const lock = await lockFolder(path.join(folder, "database"));
  writeFileSync(path.join(folder, "database", "table"), "rows");
  expect([modeOf("database"), modeOf("database", "lock.json")]).toEqual(["700", "600"]);
  expect(modeOf("database", "table")).toBe("600");
  lock.release();
});

test("logs are for their owner only", async () => {
  const logFolder = path.join(folder, "logs");
  await runProcess("job", ["-e", "console.log('Ann')"], { env: process.env, logFolder, show: "nothing" });
  expect([modeOf("logs"), modeOf("logs", "job.log")]).toEqual(["700", "600"]);
});
