import { describe, expect, test } from "vitest";
import { safePath, signInPath } from "./return-path";

const origin = "http://localhost:3000";

describe("the path after signing in", () => {
  test.each([
    ["/cards", "/cards"],
    ["/cards/new?from=cart#form", "/cards/new?from=cart#form"],
    ["http://localhost:3000/profile", "/profile"],
    ["/sign-inwards", "/sign-inwards"],
  ])("%s is accepted as a path of this app", (asked, path) => expect(safePath(asked, origin)).toBe(path));

  test.each([
    [undefined],
    [""],
    ["https://evil.example/cards"],
    ["//evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["http://localhost:3000@evil.example/"],
    ["http://localhost:3001/"],
    ["http://127.0.0.1:3000/"],
    ["/.//evil.example"],
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    ["/\t/evil.example"],
    ["/sign-in"],
    ["/sign-in?callbackUrl=/sign-in"],
    ["/api/auth/signout"],
  ])("%s is replaced by the home page", (asked) => expect(safePath(asked, origin)).toBe("/"));
});

test("the sign-in page gets the path to return to, unless it is the home page", () => {
  expect(signInPath("/cards?added=1")).toBe("/sign-in?callbackUrl=%2Fcards%3Fadded%3D1");
  expect(signInPath("/")).toBe("/sign-in");
  expect(signInPath(null)).toBe("/sign-in");
});

test("the sign-in page is told to show itself to who is signed in already", () => {
  expect(signInPath("/office", { isAgain: true })).toBe("/sign-in?callbackUrl=%2Foffice&again=");
});
