import { describe, expect, it } from "vitest";
import { storedCredentialFields } from "./stored-credential-fields";

describe("what the schemes are told", () => {
  it("of a payment on its own", () => {
    expect(storedCredentialFields("one_off", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "one-off",
    });
  });

  it("of one that begins or mends a series: the shopper is there, and a challenge is asked for", () => {
    expect(storedCredentialFields("recurring", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "recurring-subscription",
      merchant_initiator_type: "recurring",
      challenge_indicator: "challenge-requested",
    });
  });

  it("of one that the shop starts: nobody could answer a challenge", () => {
    expect(storedCredentialFields("installment", "mit")).toEqual({
      initiation_type: "mit",
      payment_intent: "installment",
      merchant_initiator_type: "recurring",
    });
  });
});
