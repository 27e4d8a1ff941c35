import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, framesAnyBank } from "./content-security-policy";

const live = {
  nonce: "bm9uY2U=",
  path: "/cards",
  isProduction: true,
  isSecure: true,
  apiUrl: "https://api.processout.com",
  scriptUrl: "https://js.processout.com/processout.js",
  signInOrigins: [],
};

const sources = (policy: string, directive: string) =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${directive} `))
    ?.split(" ")
    .slice(1) ?? [];

describe("the policy in production", () => {
  const policy = contentSecurityPolicy(live);

  test("runs the app's own script, ProcessOut's, and nothing inline", () => {
    expect(sources(policy, "script-src")).toEqual([
      "'self'",
      "'nonce-bm9uY2U='",
      "https://js.processout.com",
    ]);
    expect(policy).not.toContain("unsafe-eval");
  });

  test("allows style attributes, which ProcessOut's dialog sets, but no style elements", () => {
    expect(sources(policy, "style-src")).not.toContain("'unsafe-inline'");
    expect(sources(policy, "style-src-attr")).toEqual(["'unsafe-inline'"]);
  });

  test("talks to the API and frames the fields and the checkout", () => {
    expect(sources(policy, "connect-src")).toContain("https://api.processout.com");
    expect(sources(policy, "frame-src")).toEqual([
      "https://js.processout.com",
      "https://checkout.processout.com",
    ]);
  });

  test("is framed by nobody and posts forms nowhere else", () => {
    expect(sources(policy, "frame-ancestors")).toEqual(["'none'"]);
    expect(sources(policy, "form-action")).toEqual(["'self'"]);
  });
});

test.each([
  ["/cards/new", true],
  ["/cards/cm1/confirm", true],
  ["/checkout", true],
  ["/subscriptions/new", true],
  ["/subscriptions/cm3k1x9d20001", true],
  ["/subscriptions", false],
  ["/cards", false],
  ["/cards/news", false],
  ["/orders/cm3k1x9d20001", false],
  ["/", false],
])("%s may frame any bank: %s", (path, isAllowed) => {
  expect(framesAnyBank(path)).toBe(isAllowed);
  expect(sources(contentSecurityPolicy({ ...live, path }), "frame-src").includes("https:")).toBe(isAllowed);
});

test("the sandbox takes the place of all three of ProcessOut's hosts", () => {
  const apiUrl = "http://127.0.0.1:4242";
  const policy = contentSecurityPolicy({
    ...live,
    isSecure: false,
    apiUrl,
    scriptUrl: `${apiUrl}/processout.js`,
  });
  expect(sources(policy, "frame-src")).toEqual([apiUrl]);
  expect(policy).not.toContain("upgrade-insecure-requests");
});

test("a form may be sent on to a sign-in provider that is configured", () => {
  const policy = contentSecurityPolicy({ ...live, signInOrigins: ["https://github.com"] });
  expect(sources(policy, "form-action")).toEqual(["'self'", "https://github.com"]);
});
