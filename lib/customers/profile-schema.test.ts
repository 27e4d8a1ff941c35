import { describe, expect, test } from "vitest";
import { profileSchema } from "./profile-schema";

const empty = {
  name: "Maren Holt",
  phoneDialingCode: "",
  phoneNumber: "",
  address1: "",
  address2: "",
  city: "",
  state: "",
  zip: "",
  countryCode: "",
};

const errors = (fields: Partial<typeof empty>) => {
  const parsed = profileSchema.safeParse({ ...empty, ...fields });
  return parsed.error?.issues.map(({ path }) => path.join(".")) ?? [];
};

const parse = (fields: Partial<typeof empty>) => profileSchema.parse({ ...empty, ...fields });

test("only the name is required, and empty fields become null", () => {
  expect(parse({ name: "  Maren Holt " })).toMatchObject({
    name: "Maren Holt",
    city: null,
    phoneNumber: null,
  });
});

describe("a phone number", () => {
  test.each([
    ["+47", "412 34 567", "+47", "41234567"],
    ["0047", "(412) 34-567", "+47", "41234567"],
    ["351", "912.345.678", "+351", "912345678"],
  ])("the phone number %s %s is normalized", (phoneDialingCode, phoneNumber, code, number) => {
    expect(parse({ phoneDialingCode, phoneNumber })).toMatchObject({
      phoneDialingCode: code,
      phoneNumber: number,
    });
  });

  test("a phone number needs its dialling code, and a dialling code its number", () => {
    expect(errors({ phoneNumber: "41234567" })).toEqual(["phoneDialingCode"]);
    expect(errors({ phoneDialingCode: "+47" })).toEqual(["phoneNumber"]);
  });

  test.each([["12ab56"], ["123456789012345"], ["12"]])("%s is not a phone number", (phoneNumber) => {
    expect(errors({ phoneDialingCode: "+47", phoneNumber })).toEqual(["phoneNumber"]);
  });

  test.each([["+"], ["+0"], ["+12345"], ["Norway"]])("%s is not a dialling code", (phoneDialingCode) => {
    expect(errors({ phoneDialingCode, phoneNumber: "41234567" })).toEqual(["phoneDialingCode"]);
  });
});

test.each([
  ["name", 80],
  ["address1", 80],
  ["address2", 80],
  ["city", 80],
  ["state", 80],
  ["zip", 16],
] as const)("the field %s has ProcessOut's limit of %i characters", (field, limit) => {
  const country = { countryCode: "NO" };
  expect(errors({ ...country, [field]: "x".repeat(limit) })).toEqual([]);
  expect(errors({ ...country, [field]: "x".repeat(limit + 1) })).toEqual([field]);
});

test("the country is an ISO code, and an address needs one", () => {
  expect(errors({ countryCode: "XX" })).toEqual(["countryCode"]);
  expect(errors({ countryCode: "no" })).toEqual(["countryCode"]);
  expect(errors({ address1: "Strandgaten 18" })).toEqual(["countryCode"]);
  expect(errors({ address1: "Strandgaten 18", countryCode: "NO" })).toEqual([]);
});
