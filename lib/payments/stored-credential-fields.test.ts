import { describe, expect, it } from "vitest";
import { agreementFields } from "./stored-credential-fields";

describe("what the schemes are told", () => {
  it("of a payment on its own", () => {
    expect(agreementFields("one_off", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "one-off",
    });
  });

  it("of one that begins or mends a series: the shopper is there, and a challenge is asked for", () => {
    expect(agreementFields("recurring", "cit")).toEqual({
      initiation_type: "cit",
      payment_intent: "recurring-subscription",
      merchant_initiator_type: "recurring",
      challenge_indicator: "challenge-requested",
    });
  });

  it("of one that the shop starts: nobody could answer a challenge", () => {
    expect(agreementFields("installment", "mit")).toEqual({
      initiation_type: "mit",
      payment_intent: "installment",
      merchant_initiator_type: "recurring",
    });
  });
});
