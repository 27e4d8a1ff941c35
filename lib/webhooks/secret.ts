import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Deliveries are unsigned, so the address itself carries a secret. Two may be valid at a time: add the new one in
 * front, change the address in ProcessOut's dashboard, then drop the old one. None configured: nothing matches.
 */
export function isWebhookSecret(given: string, valid: readonly string[]): boolean {
  const presented = digest(given);
  return valid.filter((secret) => timingSafeEqual(digest(secret), presented)).length > 0;
}
