import { readFileSync } from "node:fs";

type Package = { optionalDependencies?: Record<string, string> };

/**
 * The optional packages that the lock file names and does not contain. npm drops the builds for other systems
 * silently when its registry lacks one, and `npm ci` then fails there: on a Mac, not here.
 */
export function findMissingOptionals(file = "package-lock.json"): string[] {
  const packages: Record<string, Package> = JSON.parse(readFileSync(file, "utf8")).packages;
  return Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, folder, name))
      .map((name) => `${folder || "the project"} → ${name}`),
  );
}

/** Looks where Node would: beside the package, then one folder up at a time. */
function isLocked(packages: Record<string, Package>, folder: string, name: string): boolean {
  const here = `${folder ? `${folder}/` : ""}node_modules/${name}`;
  if (here in packages) return true;
  const parent = folder.lastIndexOf("/node_modules/");
  return folder !== "" && isLocked(packages, parent < 0 ? "" : folder.slice(0, parent), name);
}
