import type { IncomingHttpHeaders } from "node:http";
import type { Options } from "./engine";

/** The origin under which the caller reaches the sandbox: `--public-url`, else the proxy's headers, else the request. */
export function baseUrlOf({ publicUrl, host, port, tls }: Options, headers: IncomingHttpHeaders): string {
  if (publicUrl) return publicUrl;
  const forwarded = first(headers["x-forwarded-host"]);
  const name = valid(forwarded) ?? valid(headers.host) ?? `${host}:${port}`;
  const proto = first(headers["x-forwarded-proto"]) || (tls !== null || isOfficial(name) ? "https" : "http");
  return `${proto === "https" ? "https" : "http"}://${name}`;
}

/**
 * The official clients put these names before a host and always speak TLS (browser-client.md §2). A proxy that
 * terminates TLS may not say so in a header.
 */
const isOfficial = (name: string) => /^(api|js|checkout)\./i.test(name);

const first = (header: string | string[] | undefined) =>
  String(header ?? "")
    .split(",")[0]
    ?.trim();

const valid = (name: string | undefined) =>
  name && /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(name) ? name : undefined;
