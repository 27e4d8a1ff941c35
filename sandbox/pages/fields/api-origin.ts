const official = ["processout.com", "processout.ninja", "processout.dev"];

/** Hosts whose `js.` name may stand in front of this sandbox while the official script runs (browser-client.md §2). */
export const apiOrigins = official.map((host) => `https://api.${host}`);

/** The origin of the API for a field: its own, or ProcessOut's API host when the field is served under ProcessOut's name. */
export function apiOrigin(hostname: string): string {
  return apiOrigins.find((origin) => hostname === new URL(origin).hostname.replace(/^api\./, "js.")) ?? "";
}
