import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PageAnswer, PageContext } from "../server/route";

/** Scripts and style sheets, by the name they are served under. Built at the first request, kept in memory. */
const sources = {
  "processout.js": "../client/processout.ts",
  "field.js": "./fields/main.ts",
  "field.css": "./fields/field.css",
  "hub.js": "./hub/main.ts",
  "fingerprint.js": "./three-d-s/fingerprint.ts",
  "challenge.js": "./three-d-s/challenge.ts",
  "challenge.css": "./three-d-s/challenge.css",
  "refusal.js": "./refusal/main.ts",
  "test-cards.js": "./test-cards/main.ts",
  "test-cards.css": "./test-cards/test-cards.css",
  "dashboard.js": "./dashboard/main.tsx",
  "dashboard.css": "./dashboard/dashboard.css",
};

export type AssetName = keyof typeof sources;
type Asset = { content: string; type: string; hash: string };

const built = new Map<string, Promise<Asset>>();

async function buildAsset(name: AssetName): Promise<Asset> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(sources[name], import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020", "safari15"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: "/",
  });
  const content = result.outputFiles[0]?.text ?? "";
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return { content, hash, type: name.endsWith(".css") ? "text/css" : "text/javascript" };
}

function getAsset(name: AssetName): Promise<Asset> {
  const known = built.get(name);
  if (known) return known;
  const asset = buildAsset(name);
  built.set(name, asset);
  return asset;
}

/** An address that changes with the content, so that it can be cached without limit. */
export async function assetPath(name: AssetName): Promise<string> {
  const { hash } = await getAsset(name);
  return `/assets/${hash}/${name}`;
}

/** `/assets/{hash}/{name}`: immutable. */
export async function serveHashedAsset({ path }: PageContext): Promise<PageAnswer> {
  const name = path.name ?? "";
  if (!Object.hasOwn(sources, name)) return { status: 404, content: "Not found", type: "text/plain" };
  const asset = await getAsset(name as AssetName);
  const cacheControl = asset.hash === path.hash ? "public, max-age=31536000, immutable" : "no-cache";
  return {
    content: asset.content,
    type: `${asset.type}; charset=utf-8`,
    headers: { "Cache-Control": cacheControl },
  };
}

/** A fixed address, checked against its entity tag on each use. */
export async function serveFixedAsset(name: AssetName, headers: PageContext["headers"]): Promise<PageAnswer> {
  const { content, hash, type } = await getAsset(name);
  const etag = `"${hash}"`;
  const caching = { ETag: etag, "Cache-Control": "public, no-cache", "Access-Control-Allow-Origin": "*" };
  if (headers["if-none-match"] === etag) return { status: 304, content: "", type, headers: caching };
  return { content, type: `${type}; charset=utf-8`, headers: caching };
}
