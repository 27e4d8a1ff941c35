import { describe, expect, test } from "vitest";
import { canPayNow, expiryOf, FINAL_STATUSES, STATUS, statusOf, whyCannotPay } from "./token-status";

const lasting = { state: "attached", tokenId: "tok_1", expMonth: null, expYear: null };
const at = (iso: string) => new Date(iso);

describe("a verification status", () => {
  test.each([
    ["success", true, "verified", true],
    ["success", false, "blocked", false],
    ["pending", false, "checking", false],
    ["pending", true, "checking", false],
    ["failed", false, "declined", false],
    ["failed", true, "declined", false],
    ["not-requested", true, "unverified", true],
    ["not-requested", false, "blocked", false],
    ["unknown", true, "unconfirmed", true],
    ["unknown", false, "unconfirmed", false],
    ["a-sixth-status", true, "unconfirmed", true],
    ["a-sixth-status", false, "unconfirmed", false],
    [null, false, "unconfirmed", false],
  ])(
    "%s with is_chargeable %s is shown as %s, and may pay: %s",
    (verificationStatus, isChargeable, status, mayPay) => {
      const token = { verificationStatus, isChargeable };
      expect(statusOf(token)).toBe(status);
      expect(canPayNow({ ...lasting, ...token }, at("2026-11-22"))).toBe(mayPay);
    },
  );

  test("is polled exactly when it is not final", () => {
    for (const verificationStatus of [
      "success",
      "failed",
      "not-requested",
      "pending",
      "unknown",
      "a-sixth",
    ]) {
      const meaning = STATUS[statusOf({ verificationStatus, isChargeable: true })];
      expect(meaning.next !== "poll").toBe(FINAL_STATUSES.includes(verificationStatus));
    }
  });
});

test.each([
  ["the last second of its month", 11, 2026, "2026-11-30T23:59:59.999Z", "this-month"],
  ["the first second after its month", 11, 2026, "2026-12-01T00:00:00.000Z", "expired"],
  ["the first day of its month", 11, 2026, "2026-11-01T00:00:00Z", "this-month"],
  ["a day in the month before", 12, 2026, "2026-11-22T12:00:00Z", "next-month"],
  ["a day in January after December", 12, 2026, "2027-01-01T00:00:00Z", "expired"],
  ["the last second of December before January", 1, 2027, "2026-12-31T23:59:59Z", "next-month"],
  ["a day two months before", 1, 2027, "2026-11-22T12:00:00Z", "valid"],
  ["a day years later", 3, 2020, "2026-11-22T12:00:00Z", "expired"],
])("a card on %s has the right expiry state", (_when, expMonth, expYear, now, expected) => {
  expect(expiryOf({ expMonth, expYear }, at(now))).toBe(expected);
});

test("a card whose expiry is unknown is not expired", () => {
  expect(expiryOf({ expMonth: null, expYear: null }, at("2026-11-22T12:00:00Z"))).toBe("valid");
});

test.each([
  ["was removed", { state: "removed" }, "not-saved"],
  ["has no token yet", { tokenId: null }, "not-saved"],
  ["has expired", { expMonth: 10, expYear: 2026 }, "expired"],
  ["ProcessOut will not charge", { isChargeable: false }, "not-chargeable"],
  ["is in its last month", { expMonth: 11, expYear: 2026 }, null],
])("a card that %s answers why it cannot pay", (_what, change, why) => {
  const card = { ...lasting, verificationStatus: "success", isChargeable: true, ...change };
  expect(whyCannotPay(card, at("2026-11-22T12:00:00Z"))).toBe(why);
});
