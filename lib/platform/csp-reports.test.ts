import { expect, test } from "vitest";
import { parseCspReport } from "./csp-reports";

const ORIGIN = "https://shop.example";
const ofShop = {
  "document-uri": `${ORIGIN}/checkout?card=4242`,
  "blocked-uri": "https://evil.example/steal.js?who=ann@shop.example",
  "effective-directive": "script-src-elem",
  "script-sample": "alert('Ann')",
  "source-file": `${ORIGIN}/orders/secret`,
};
const read = (report: object | string) =>
  parseCspReport(typeof report === "string" ? report : JSON.stringify({ "csp-report": report }), ORIGIN);

test("of a report only the directive, the origin of what was blocked and the page's path are kept", () => {
  expect(read(ofShop)).toEqual({
    directive: "script-src-elem",
    blocked: "https://evil.example",
    page: "/checkout",
  });
});

test.each([
  ["/orders/3q2-7wAAQ9xyzKEY?thanks", "/orders/…"],
  ["/office/customers/cmx2n4rz00015", "/office/customers/…"],
  ["/ann@shop.example", "/…"],
  ["/a/b/c/d/e/f/g", "/a/b/c/d"],
])("the page %s is kept as %s", (path, page) => {
  expect(read({ ...ofShop, "document-uri": ORIGIN + path })?.page).toBe(page);
});

test.each([
  ["inline", "inline"],
  ["data", "data"],
  ["blob:https://shop.example/1", "https://shop.example"],
  ["chrome-extension://abc/x.js", "chrome-extension:"],
  ["Ann Example, 5013 Bergen", "unknown"],
])("what was blocked, %s, is kept as %s", (uri, blocked) => {
  expect(read({ ...ofShop, "blocked-uri": uri })?.blocked).toBe(blocked);
});

test.each([
  ["another site's page", { ...ofShop, "document-uri": "https://other.example/" }],
  ["no page", { ...ofShop, "document-uri": "about" }],
  ["no directive", { ...ofShop, "effective-directive": "" }],
  ["a directive that is text", { ...ofShop, "effective-directive": "<script>" }],
  ["fields of other types", { ...ofShop, "blocked-uri": 7 }],
  ["nothing", {}],
  ["no JSON", "{"],
  ["an empty body", ""],
])("a report with %s is dropped", (_, report) => expect(read(report)).toBeNull());
