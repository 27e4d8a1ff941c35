import { expect, test } from "vitest";
import { toKnownContact } from "./contact-schema";

const contact = {
  email: "robin@shoppers.example",
  name: "Robin Test",
  address1: "Strandgaten 18",
  address2: "",
  zip: "5013",
  city: "Bergen",
  countryCode: "NO",
};

test("a complete contact has its address on one line, with the apartment if there is one", () => {
  expect(toKnownContact(contact).address).toBe("Strandgaten 18, 5013 Bergen");
  expect(toKnownContact({ ...contact, address2: "2nd floor" }).address).toBe(
    "Strandgaten 18, 2nd floor, 5013 Bergen",
  );
});

test("a contact with an empty or wrong field has no line, so that the form shows its fields", () => {
  const wrong = { email: "robin", name: "", address1: " ", zip: "x".repeat(17), city: "", countryCode: "XX" };
  for (const [field, value] of Object.entries(wrong))
    expect(toKnownContact({ ...contact, [field]: value }).address, field).toBeNull();
});
