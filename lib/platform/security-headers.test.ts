import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers";

const policyOf = (path: string) => securityHeaders({ path, isSecure: true })["Permissions-Policy"];

test("frames may ask for a payment or a passkey only on pages with 3-D Secure", () => {
  for (const path of ["/checkout", "/cards/new", "/cards/1/confirm", "/subscriptions/1"]) {
    expect(policyOf(path)).toContain("payment=*, publickey-credentials-get=*");
  }
  for (const path of ["/", "/cards", "/office", "/_next/static/chunks/main.js"]) {
    expect(policyOf(path)).toContain("payment=(), publickey-credentials-get=()");
  }
});

test("only an https address tells browsers to stay on https", () => {
  const name = "Strict-Transport-Security";
  expect(securityHeaders({ path: "/", isSecure: true })).toHaveProperty(name);
  expect(securityHeaders({ path: "/", isSecure: false })).not.toHaveProperty(name);
});
