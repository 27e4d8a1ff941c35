import { isIP } from "node:net";
import type { Options } from "../engine";

type Headers = Record<string, string | undefined>;

/**
 * Whether a request may use the control side. Programs may, and so may the sandbox's own pages. A page of another
 * site may not: it is known by its Origin, by Sec-Fetch-Site, or, when it made a name of its own point at this
 * machine, by a Host that is neither an address nor a local name. A link from such a page is allowed.
 */
export function isAllowedOnControlSide(options: Options, headers: Headers, baseUrl: string): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== new URL(baseUrl).origin) return false;
  const site = headers["sec-fetch-site"];
  const isLink = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isLink) return false;
  return isLocalName(hostName(headers.host), options);
}

const hostName = (host = "") =>
  host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();

function isLocalName(name: string, { host, publicUrl }: Options): boolean {
  if (isIP(name) || !name.includes(".") || name.endsWith(".localhost")) return true;
  return name === host || (publicUrl !== null && name === new URL(publicUrl).hostname);
}
