import { expect, test } from "vitest";
import { parseEnv } from "./env";

const ENV = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "https://shop.example",
  NEXTAUTH_SECRET: "s".repeat(32),
  PROCESSOUT_PROJECT_ID: "proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_live_1",
};

const read = (MOBILE_RETURN_URLS: string) => parseEnv({ ...ENV, MOBILE_RETURN_URLS }).MOBILE_RETURN_URLS;

test("without a setting no return URL of a mobile app is listed", () => expect(read("")).toEqual([]));

test("application ids and universal links can be listed", () =>
  expect(read("com.my-shop.ios://processout/return, https://shop.example/app/return")).toEqual([
    "com.my-shop.ios://processout/return",
    "https://shop.example/app/return",
  ]));

test.each([
  "http://shop.example/app/return",
  "http://processout/return",
  "javascript://processout/return",
  "intent://processout/return",
  "com.example.shop://processout/return/more",
  "com.example.shop://elsewhere/return",
  "com.example.shop:processout/return",
  "com.example.shop",
  `coffee.${"a".repeat(300)}://processout/return`,
])("%j cannot be listed", (url) => expect(() => read(url)).toThrow("MOBILE_RETURN_URLS"));
