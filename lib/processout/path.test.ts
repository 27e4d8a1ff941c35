import { describe, expect, it } from "vitest";
import { path } from "./path";

describe("path", () => {
  it.each([
    ["cust_1", "/customers/cust_1/tokens"],
    ["a/b", "/customers/a%2Fb/tokens"],
    ["../events", "/customers/..%2Fevents/tokens"],
    ["a?b=c#d", "/customers/a%3Fb%3Dc%23d/tokens"],
    ["%2e%2e", "/customers/%252e%252e/tokens"],
    ["é ü", "/customers/%C3%A9%20%C3%BC/tokens"],
  ])("the id %s stays within its path segment", (id, expected) => {
    expect(path`/customers/${id}/tokens`).toBe(expected);
    expect(new URL(`https://api.test${path`/customers/${id}/tokens`}`).pathname).toBe(expected);
  });

  it.each(["", ".", ".."])("the id %j throws a TypeError", (id) => {
    expect(() => path`/customers/${id}/tokens`).toThrow(TypeError);
  });
});
