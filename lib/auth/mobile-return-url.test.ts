import { expect, test } from "vitest";
import { isMobileReturnUrl } from "./mobile-return-url";

const links = ["https://shop.example/app/return"];

test.each(["com.example.shop://processout/return", "com.my-shop.ios://processout/return", ...links])(
  "%s is let through",
  (url) => expect(isMobileReturnUrl(url, links)).toBe(true),
);

test.each([
  "https://evil.example/app/return",
  "https://shop.example/app/return/../../evil",
  "https://shop.example/app/return?next=x",
  "http://processout/return",
  "javascript://processout/return",
  "intent://processout/return",
  "com.example.shop://processout/return/more",
  "com.example.shop://elsewhere/return",
  "com.example.shop:processout/return",
  " com.example.shop://processout/return",
  `coffee.${"a".repeat(300)}://processout/return`,
  "",
])("%j is refused", (url) => expect(isMobileReturnUrl(url, links)).toBe(false));
