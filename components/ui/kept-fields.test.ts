import { beforeEach, expect, test, vi } from "vitest";
import { keepFields, restoreFields } from "./kept-fields";

const details = { open: false };
const city = { name: "city", value: "", closest: () => details };

/** Opens a page of one form in the same tab. */
function open(pathname: string) {
  city.value = "";
  details.open = false;
  vi.stubGlobal("location", { pathname });
}

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("document", { forms: [{ querySelectorAll: () => [city] }] });
  open("/profile");
  city.value = "Bergen";
  keepFields("user-1");
});

test("what was typed is there after signing in, once", () => {
  for (const page of ["/sign-in", "/sign-in/sent"]) {
    open(page);
    restoreFields("");
    expect(city.value).toBe("");
  }
  open("/profile");
  restoreFields("user-1");
  expect(city.value).toBe("Bergen");
  open("/profile");
  restoreFields("user-1");
  expect(city.value).toBe("");
});

test("another user who signs in instead is not shown what was typed, also not later", () => {
  open("/profile");
  restoreFields("user-2");
  expect(city.value).toBe("");
  restoreFields("user-1");
  expect(city.value).toBe("");
});

test("what was typed is not hidden in an element that is closed, and what was not changed opens none", () => {
  open("/profile");
  restoreFields("user-1");
  expect(details.open).toBe(true);

  city.value = "";
  keepFields("user-1");
  open("/profile");
  restoreFields("user-1");
  expect(details.open).toBe(false);
});

test("a visit to another page ends it", () => {
  open("/cards");
  restoreFields("user-1");
  open("/profile");
  restoreFields("user-1");
  expect(city.value).toBe("");
});
