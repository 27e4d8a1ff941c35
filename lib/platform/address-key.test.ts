import { expect, test } from "vitest";
import { addressKeyOf } from "./address-key";

const behind = (proxies: number) => ({ TRUSTED_PROXIES: proxies, NEXTAUTH_SECRET: "a secret of the tests" });
const keyOf = (forwardedFor: string | null, proxies = 1) => addressKeyOf(forwardedFor, behind(proxies));

test("nothing is known without a proxy of ours, nor when there are fewer than we said", () => {
  expect(keyOf("203.0.113.7", 0)).toBeNull();
  expect(keyOf(null)).toBeNull();
  expect(keyOf("")).toBeNull();
  expect(keyOf("203.0.113.7", 2)).toBeNull();
});

test("what a visitor writes in front changes nothing", () => {
  const key = keyOf("203.0.113.7");
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(keyOf("198.51.100.1, 203.0.113.7")).toBe(key);
  expect(keyOf("198.51.100.1, 203.0.113.7, 10.0.0.1", 2)).toBe(key);
  expect(keyOf("203.0.113.8")).not.toBe(key);
});

test("an address has one key however it is written", () => {
  expect(keyOf("203.0.113.7:52011")).toBe(keyOf("203.0.113.7"));
  expect(keyOf("::ffff:203.0.113.7")).toBe(keyOf("203.0.113.7"));
  expect(keyOf("2001:DB8:1:2:aaaa::1")).toBe(keyOf("2001:db8:1:2::9"));
  expect(keyOf("2001:db8:1::9")).toBe(keyOf("2001:db8:1:0:1:2:3:4"));
  expect(keyOf("2001:db8:1:3::9")).not.toBe(keyOf("2001:db8:1:2::9"));
});

test("is nothing without the secret", () => {
  const elsewhere = { TRUSTED_PROXIES: 1, NEXTAUTH_SECRET: "another secret" };
  expect(addressKeyOf("203.0.113.7", elsewhere)).not.toBe(keyOf("203.0.113.7"));
});
