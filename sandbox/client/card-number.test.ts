import { describe, expect, it } from "vitest";
import { likelyBrand, possibleBrands } from "./card-brand";
import { cvcProblem, formatNumber, isNumberComplete, numberProblem, passesLuhn } from "./card-number";

describe("card numbers", () => {
  it.each([
    ["4", "visa"],
    ["42", "visa"],
    ["5555555555554444", "mastercard"],
    ["2221000000000009", "mastercard"],
    ["378282246310005", "american express"],
    ["30123456789019", "diners club"],
    ["3530111333300000", "jcb"],
    ["6011111111111117", "discover"],
    ["6200000000000005", "china union pay"],
    ["9", "unknown"],
    ["", "unknown"],
  ])("%s is of the brand %s", (digits, name) => {
    expect(likelyBrand(digits).name).toBe(name);
  });

  it("a short prefix names every brand it allows, in the spelling of the browser script", () => {
    expect(possibleBrands("3").map(({ clientName }) => clientName)).toEqual(
      expect.arrayContaining(["american-express", "diners-club", "jcb"]),
    );
    expect(possibleBrands("401178").map(({ name }) => name)).toEqual(["elo", "visa"]);
  });

  it.each([
    ["4242424242424242", "4242 4242 4242 4242"],
    ["378282246310005", "3782 822463 10005"],
    ["30123456789019", "3012 345678 9019"],
    ["42424", "4242 4"],
    ["4242x4242", "4242 4242"],
    ["", ""],
  ])("%s is drawn as %s", (typed, drawn) => {
    expect(formatNumber(typed)).toBe(drawn);
  });

  it("a wrong digit fails the Luhn check", () => {
    expect(passesLuhn("4242424242424242")).toBe(true);
    expect(passesLuhn("4242424242424241")).toBe(false);
  });

  it.each(["", "4242", "4242 4242 4242 4241", "42424242424242424242", "abc"])(
    "%s is not a card number",
    (text) => {
      expect(numberProblem(text)).toBe("card.invalid-number");
    },
  );

  it("a card number is complete when no digit can follow", () => {
    expect(isNumberComplete("4242 4242 4242 4242")).toBe(true);
    expect(isNumberComplete("4222222222222")).toBe(false);
    expect(isNumberComplete("3782 822463 10005")).toBe(true);
  });
});

describe("CVCs", () => {
  it("a CVC has four digits for American Express, three otherwise, and may be absent", () => {
    expect(cvcProblem("", "4242")).toBeUndefined();
    expect(cvcProblem("123", "4242424242424242")).toBeUndefined();
    expect(cvcProblem("1234", "4242424242424242")).toBe("card.invalid-cvc");
    expect(cvcProblem("123", "378282246310005")).toBe("card.invalid-cvc");
    expect(cvcProblem("12a")).toBe("card.invalid-cvc");
  });
});
