import { expect, it } from "vitest";
import type { SavedCardRow } from "./queries";
import { toCards } from "./to-card";

const row = (id: string, facts: Partial<SavedCardRow>) =>
  ({ id, state: "attached", tokenId: `tok_${id}`, expMonth: 4, expYear: 2030, ...facts }) as SavedCardRow;

it("tokens of one card, the same number and expiry, are shown as saved twice", () => {
  const rows = [
    row("first", { fingerprint: "a" }),
    row("second", { fingerprint: "a" }),
    row("renewed", { fingerprint: "a", expYear: 2034 }),
    row("other", { fingerprint: "b" }),
    row("unknown", { fingerprint: null }),
    row("unknown too", { fingerprint: null }),
    row("declined", { fingerprint: "b", state: "declined" }),
  ];
  const cards = toCards(rows, { now: new Date("2026-11-30"), defaultTokenId: null });
  expect(cards.filter((card) => card.isSavedTwice).map(({ id }) => id)).toEqual(["first", "second"]);
});
