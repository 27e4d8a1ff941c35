// Makes the typed database client after an install. A production install has no Prisma, and a Docker layer that installs
// before it copies the sources has no schema: both run what `npm run build` bundled, and need no client.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PRISMA = "node_modules/prisma/build/index.js";

if (existsSync(PRISMA) && existsSync("prisma/schema")) {
  const { status } = spawnSync(process.execPath, [PRISMA, "generate"], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
