import { expect, test } from "vitest";
import { strikeOut } from "./strike-out";

test("strikes out a person's data, secrets and what describes a device, at any depth", () => {
  const shown = strikeOut({
    email: "ann@example.com",
    customer: { first_name: "Ann", phone: { number: "12345678" }, address1: "Quay 1", id: "cust_1" },
    transaction: { buyer: { name: "Ann Example", address: "Quay 1, Bergen" } },
    card: { name: "Ann Example", ip_address: "10.0.0.1", user_agent: "Mozilla/5.0", last_4_digits: "4242" },
    device: { app_language: "en" },
    tokens: [{ contact: { zip: "5003" } }],
  });
  expect(JSON.stringify(shown)).not.toMatch(/Ann|ann|Quay|5003|12345678|10\.0\.0\.1|Mozilla|"en"/);
  expect(shown).toMatchObject({ customer: { id: "cust_1" }, card: { last_4_digits: "4242" } });
});

test("keeps the name of an invoice, a line and an event, and an empty field", () => {
  const named = {
    invoice: { name: "Order HC-1", details: [{ name: "Landfall" }] },
    data: { name: "card.saved" },
  };
  expect(strikeOut(named)).toEqual(named);
  expect(strikeOut({ name: "Order HC-1" }, "invoice")).toEqual({ name: "Order HC-1" });
  expect(strikeOut({ email: null, zip: "" })).toEqual({ email: null, zip: "" });
});

test("strikes out the browser's answer for the bank", () => {
  expect(strikeOut({ source: "gway_req_eyJib2R5IjoiIn0" })).toEqual({ source: "gway_req_•••" });
});
