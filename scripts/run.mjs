// `npm run NAME` ends here: plain Node and no dependency, because it runs before anything is installed.
// It checks Node, installs what package-lock.json names, and runs scripts/NAME.ts in this same process,
// so that no npm or npx parent stands between a signal and the script that must answer it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `This project needs Node 20.19 or newer and this is ${process.versions.node}: see https://nodejs.org.`,
  );
}

const root = path.dirname(import.meta.dirname);
// The build reads paths as addresses, in which these characters end the path.
const misread = /[#?]/.exec(root)?.[0];
if (misread) stop(`This folder cannot be built: its path ${root} contains "${misread}". Move or rename it.`);
process.chdir(root);

const [name, ...args] = process.argv.slice(2);
const script = path.join(root, "scripts", `${name}.ts`);
if (!name || !existsSync(script)) stop(`There is no scripts/${name}.ts: package.json lists the commands.`);

if (!isInstalled()) install();
process.argv = [process.execPath, script, ...args];
await import("tsx");
await import(pathToFileURL(script).href);

/** npm leaves a copy of the lock file inside node_modules when it has finished; packages of other systems are absent. */
function isInstalled() {
  const installed = readPackages("node_modules/.package-lock.json");
  const wanted = readPackages("package-lock.json");
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === "" || (folder in installed ? installed[folder].version === version : optional === true),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  process.stderr.write("Installing what package-lock.json names (npm ci, under a minute) …\n");
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, "ci"], { stdio: ["ignore", 2, 2] })
    : spawnSync("npm ci", { stdio: ["ignore", 2, 2], shell: true });
  if (done.status !== 0) stop("npm ci failed: its message is above.");
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
