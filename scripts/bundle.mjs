// Compiles the processes that production runs beside `next start` to one JavaScript file each in dist/, because the
// production install has no TypeScript loader. Packages stay in node_modules.
import { build } from "esbuild";

await build({
  entryPoints: ["scripts/worker.ts", "scripts/migrate-deploy.ts"],
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  logLevel: "warning",
});
