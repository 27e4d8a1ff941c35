import { expect, test } from "vitest";
import { pickNextDefault } from "./default-card";

const now = new Date("2026-11-22T12:00:00Z");
const card = (tokenId: string, day: number, change: object = {}) => ({
  tokenId,
  state: "attached",
  verificationStatus: "success",
  isChargeable: true,
  expMonth: 6,
  expYear: 2030,
  startedAt: new Date(Date.UTC(2026, 0, day)),
  ...change,
});

test("the newest card that can pay becomes the next default", () => {
  expect(pickNextDefault([card("old", 1), card("new", 3), card("middle", 2)], now)?.tokenId).toBe("new");
});

test("an older card is preferred to a newer one in its last month", () => {
  const leaving = card("leaving", 9, { expMonth: 11, expYear: 2026 });
  expect(pickNextDefault([leaving, card("lasting", 1)], now)?.tokenId).toBe("lasting");
});

test("a card in its last month becomes the default when there is no other", () => {
  const leaving = card("leaving", 9, { expMonth: 12, expYear: 2026 });
  expect(pickNextDefault([leaving], now)?.tokenId).toBe("leaving");
});

test.each([
  ["expired", { expMonth: 10, expYear: 2026 }],
  ["being checked", { verificationStatus: "pending", isChargeable: false }],
  ["declined", { verificationStatus: "failed", isChargeable: false }],
  ["not chargeable", { isChargeable: false }],
])("a card that is %s is never the default", (_why, change) => {
  expect(pickNextDefault([card("only", 1, change)], now)).toBeNull();
});
