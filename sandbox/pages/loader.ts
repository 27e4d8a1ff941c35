import type { PageAnswer } from "../server/route";

/** What the modal shows while the bank's page loads. Browsers go by the type, not by the `.gif` in the address. */
const spinner = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40" fill="none" stroke-width="4">
<circle cx="20" cy="20" r="16" stroke="#cfd8dc"/>
<path d="M20 4a16 16 0 0 1 16 16" stroke="#546e7a" stroke-linecap="round">
<animateTransform attributeName="transform" type="rotate" from="0 20 20" to="360 20 20" dur="0.9s" repeatCount="indefinite"/>
</path>
</svg>`;

export function serveLoader(): PageAnswer {
  return { content: spinner, type: "image/svg+xml", headers: { "Cache-Control": "public, max-age=86400" } };
}
