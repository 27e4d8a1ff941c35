import { expect, test } from "vitest";
import type { Prisma } from "@/prisma/generated/client";
import { toOfficeCard } from "./customers";

const at = new Date("2026-11-30T12:00:00Z");

const card = (changes: Partial<Prisma.SavedCardGetPayload<object>>) => {
  const row = {
    id: "1",
    state: "attached",
    verificationStatus: "success",
    isChargeable: true,
    confirmedAt: null,
  };
  const expiry = {
    expMonth: 4,
    expYear: 2030,
    scheme: "visa",
    preferredScheme: null,
    last4: "4242",
    tokenId: null,
  };
  return toOfficeCard({ ...row, ...expiry, ...changes } as Prisma.SavedCardGetPayload<object>, at);
};

test.each([
  [{}, "verified", "Verified"],
  [{ verificationStatus: "not-requested" }, "unverified", "Not yet verified"],
  [{ verificationStatus: "not-requested", confirmedAt: at }, "verified", "Verified"],
  [{ verificationStatus: "not-requested", expYear: 2025 }, "expired", "Expired"],
  [{ verificationStatus: "failed", expYear: 2025 }, "declined", "Declined"],
  [{ verificationStatus: null }, "unconfirmed", "Not confirmed"],
  [{ state: "removed" as const }, "deleted", "Deleted"],
])("staff see a card with %j as %s", (changes, status, statusLabel) => {
  expect(card(changes)).toMatchObject({ status, statusLabel });
});
