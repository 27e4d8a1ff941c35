import { createHmac } from "node:crypto";

type Settings = { TRUSTED_PROXIES: number; NEXTAUTH_SECRET: string };

/**
 * Which network address a request came from, as a keyed hash: enough to count by, and nothing to read. Each proxy adds
 * the address it heard from at the end of `X-Forwarded-For`; what stands before the last of ours anybody can write.
 * Null where nothing is known. One household or server has a whole /64 of IPv6.
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
