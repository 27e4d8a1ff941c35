import { expect, test } from "vitest";
import { mailboxOf, normalizeEmail } from "./email-address";

test.each([
  ["Ada@Shop.Example", "ada@shop.example"],
  ["  ada.b+tag@mail.shop.example\n", "ada.b+tag@mail.shop.example"],
  ["ａｄａ＠ｓｈｏｐ．example", "ada@shop.example"],
  ["ada@münchen.example", "ada@xn--mnchen-3ya.example"],
  ["o'neil@shop.example", "o'neil@shop.example"],
])("%j is the address %s", (text, address) => expect(normalizeEmail(text)).toBe(address));

test.each([
  ...["", "ada", "@shop.example", "ada@", "ada@shop", "ada@@shop.example", "ada@shop.example@evil.example"],
  ...["Ada <ada@shop.example>", "ada(comment)@shop.example", '"ada"@shop.example', "ada@[127.0.0.1]"],
  ...["ada@shop.example,eve@evil.example", "ada@shop.example;eve@evil.example", "ada @shop.example"],
  ...["ada\r\nBcc: eve@evil.example", "ada\u0000@shop.example", "аda@shop.example", "ada..b@shop.example"],
  ...[
    ".ada@shop.example",
    "ada@-shop.example",
    "ada@shop.example/x",
    "ada@shop.example:25",
    `${"a".repeat(65)}@shop.example`,
  ],
])("%j is not one address", (text) => expect(normalizeEmail(text)).toBeNull());

test("an address with a tag is the same mailbox", () =>
  expect(mailboxOf("ada.b+a+b@shop.example")).toBe("ada.b@shop.example"));
