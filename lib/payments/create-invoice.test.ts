import { describe, expect, it } from "vitest";
import { storedCredentialFields } from "./create-invoice";

describe("stored credential fields", () => {
  it("a single payment is a CIT without a stored credential", () => {
    expect(storedCredentialFields("one_off", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "one-off",
    });
  });

  it("the first payment of a series, and one that makes up for a declined renewal, is a CIT that requests a challenge", () => {
    expect(storedCredentialFields("recurring", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "recurring-subscription",
      merchant_initiator_type: "recurring",
      challenge_indicator: "challenge-requested",
    });
  });

  it("a renewal is an MIT that requests no challenge", () => {
    expect(storedCredentialFields("installment", "mit")).toEqual({
      initiation_type: "mit",
      payment_intent: "installment",
      merchant_initiator_type: "recurring",
    });
  });
});
