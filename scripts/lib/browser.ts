import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Refusal } from "./refusal";

/** The shell first: the same browser without windows, which opens a page in half the time. */
const COMMANDS = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
  "microsoft-edge",
];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  linux: ["/snap/bin/chromium", "/opt/google/chrome/chrome"],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder
        ? [
            `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
            `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
          ]
        : [],
  ),
};

/** The first Chromium of this machine: PLAYWRIGHT_CHROMIUM, Playwright's own, one on the PATH, one in the usual places. */
export function findBrowser(): string | undefined {
  const given = process.env.PLAYWRIGHT_CHROMIUM;
  if (given && !existsSync(given))
    throw new Refusal(`PLAYWRIGHT_CHROMIUM is ${given}, and there is no such file.`);
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) =>
      COMMANDS.map((name) => path.join(folder, process.platform === "win32" ? `${name}.exe` : name)),
    );
  const candidates = [given, chromium.executablePath(), ...onPath, ...(USUAL_PLACES[process.platform] ?? [])];
  return candidates.find((file) => file && existsSync(file));
}

/** Finds a browser or fetches one: Playwright's own, or, on Debian as root, the system's. */
export function ensureBrowser(): string {
  return findBrowser() ?? fetchBrowser();
}

function fetchBrowser(): string {
  console.log("No Chromium on this machine: fetching one …");
  for (const [command, ...args] of waysToFetch()) {
    spawnSync(command ?? "", args, { stdio: ["ignore", 2, 2] });
    const found = findBrowser();
    if (found) return found;
  }
  throw new Refusal(
    "The browser tests need Chromium and none could be fetched: install it, or set PLAYWRIGHT_CHROMIUM to its path.",
  );
}

function waysToFetch(): string[][] {
  const ways = [[process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"]];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    ways.push(["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium-headless-shell"]);
  }
  return ways;
}
