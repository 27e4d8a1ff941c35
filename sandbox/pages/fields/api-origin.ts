const official = ["processout.com", "processout.ninja", "processout.dev"];

/** Hosts whose `js.` name may stand in front of this sandbox while the official script runs (browser-client.md §2). */
export const apiOrigins = official.map((host) => `https://api.${host}`);

/** Where a field finds the API: where it came from itself, or, like the real one, under ProcessOut's name for it. */
export function apiOrigin(hostname: string): string {
  return apiOrigins.find((origin) => hostname === new URL(origin).hostname.replace(/^api\./, "js.")) ?? "";
}
