import { createHmac } from "node:crypto";

type Settings = { TRUSTED_PROXIES: number; NEXTAUTH_SECRET: string };

/**
 * The network that a request came from, as a keyed hash: it can be counted by and discloses no address. Each proxy appends
 * the address of its client to `X-Forwarded-For`; a client can forge everything before our own proxies' entries. Null when
 * `TRUSTED_PROXIES` is 0. An IPv6 client is identified by its /64 network.
 */
export function addressKeyOf(forwardedFor: string | null, settings: Settings): string | null {
  const { TRUSTED_PROXIES: proxies, NEXTAUTH_SECRET: secret } = settings;
  const address = proxies > 0 ? forwardedFor?.split(",").at(-proxies)?.trim() : undefined;
  if (!address) return null;
  return createHmac("sha256", secret).update(networkOf(address)).digest("base64url").slice(0, 22);
}

/** Also of an IPv4 address with a port, or written as IPv6. */
function networkOf(address: string): string {
  const v4 = /(?:^|:)((?:\d+\.){3}\d+)/.exec(address)?.[1];
  if (v4) return v4;
  const [head = ""] = address.toLowerCase().replace(/^\[/, "").split("::");
  return [...head.split(":"), "0", "0", "0", "0"].slice(0, 4).join(":");
}
