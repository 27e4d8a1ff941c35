import { describe, expect, test } from "vitest";
import { canPay, SETTLED_STATUSES, STATUS, statusOf } from "./token-status";

describe("what a verification status means", () => {
  test.each([
    ["success", true, "verified", true],
    ["success", false, "blocked", false],
    ["pending", false, "checking", false],
    ["pending", true, "checking", false],
    ["failed", false, "refused", false],
    ["failed", true, "refused", false],
    ["not-requested", true, "unverified", true],
    ["not-requested", false, "blocked", false],
    ["unknown", true, "unconfirmed", true],
    ["unknown", false, "unconfirmed", false],
    ["a-sixth-status", true, "unconfirmed", true],
    ["a-sixth-status", false, "unconfirmed", false],
    [null, false, "unconfirmed", false],
  ])("%s, chargeable %s: %s", (verificationStatus, isChargeable, status, mayPay) => {
    const token = { verificationStatus, isChargeable };
    expect(statusOf(token)).toBe(status);
    expect(canPay(token)).toBe(mayPay);
  });

  test("what is asked about again is exactly what is not settled", () => {
    for (const verificationStatus of [
      "success",
      "failed",
      "not-requested",
      "pending",
      "unknown",
      "a-sixth",
    ]) {
      const meaning = STATUS[statusOf({ verificationStatus, isChargeable: true })];
      expect(meaning.next !== "ask-again").toBe(SETTLED_STATUSES.includes(verificationStatus));
    }
  });
});
