import { expect, test } from "vitest";
import { declineReasonFor } from "./decline-reason";
import { ageText, jobTitle } from "./words";

test.each([
  ["card.no-money", "there is not enough money on this card"],
  ["card.do-not-honor", "the bank declined this card"],
  ["card.needs-authentication", "the bank wants to confirm that it is you"],
  ["card.expired", "this card has expired"],
  ["card.not-supported", "We do not take this kind of card"],
])("the reason of %s is the first part of the shopper's sentence", (code, reason) => {
  expect(declineReasonFor({ code, advice: null })).toBe(reason);
});

test("an age is told in its largest unit", () => {
  const now = new Date("2026-11-30T12:00:00Z");
  const ages = [
    "2026-11-30T12:00:01Z",
    "2026-11-30T11:58:30Z",
    "2026-11-30T09:10:00Z",
    "2026-11-18T11:00:00Z",
  ];
  expect(ages.map((since) => ageText(new Date(since), now))).toEqual([
    "under a minute",
    "1 minute",
    "2 hours",
    "12 days",
  ]);
});

test("a job that does not exist any more keeps its code name", () => {
  const jobs = [{ name: "charge-due", title: "Charges what is due" }];
  expect(jobTitle(jobs, "charge-due")).toBe("Charges what is due");
  expect(jobTitle(jobs, "charge-all")).toBe("charge-all");
});
