import { expect, test } from "vitest";
import { isMobileReturnUrl } from "./mobile-return-url";

const links = ["https://halyard.example/app/return"];

test.each(["coffee.halyard.app://processout/return", "com.my-shop.ios://processout/return", ...links])(
  "%s is let through",
  (url) => expect(isMobileReturnUrl(url, links)).toBe(true),
);

test.each([
  "https://evil.example/app/return",
  "https://halyard.example/app/return/../../evil",
  "https://halyard.example/app/return?next=x",
  "http://processout/return",
  "javascript://processout/return",
  "intent://processout/return",
  "coffee.halyard.app://processout/return/more",
  "coffee.halyard.app://elsewhere/return",
  "coffee.halyard.app:processout/return",
  " coffee.halyard.app://processout/return",
  `coffee.${"a".repeat(300)}://processout/return`,
  "",
])("%j is refused", (url) => expect(isMobileReturnUrl(url, links)).toBe(false));
