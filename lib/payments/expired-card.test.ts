import { expect, test } from "vitest";
import type { Card } from "@/lib/cards/card";
import { expiredSentence, findExpiredDefault } from "./expired-card";

const expired: Card = {
  id: "1",
  brand: "american express",
  otherBrand: null,
  last4: "0005",
  expMonth: 3,
  expYear: 2025,
  expiry: "expired",
  nickname: "Old faithful",
  isDefault: true,
  isSavedTwice: false,
  canPay: false,
  isConfirmed: true,
  status: "verified",
  statusLabel: "Verified",
  statusSentence: null,
};
const text = (card: Card) => Object.values(expiredSentence(card)).join("");

test("an expired default card is named unless another card can pay, or it is not the default", () => {
  const other: Card = { ...expired, id: "2", isDefault: false };
  expect(findExpiredDefault([other, expired])).toBe(expired);
  expect(findExpiredDefault([expired, { ...other, expiry: "valid", canPay: true }])).toBeNull();
  expect(findExpiredDefault([other])).toBeNull();
  expect(findExpiredDefault([{ ...expired, expiry: "valid", status: "blocked" }])).toBeNull();
  expect(findExpiredDefault([])).toBeNull();
});

test("the sentence about an expired card has its nickname, or else its network", () => {
  expect(text(expired)).toBe("Old faithful ••\u00a00005 expired in March 2025. Enter its successor.");
  expect(text({ ...expired, nickname: null, expMonth: 12 })).toBe(
    "American Express ••\u00a00005 expired in December 2025. Enter its successor.",
  );
});
