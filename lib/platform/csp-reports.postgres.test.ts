import { expect, it, vi } from "vitest";
import { withTestStack } from "@/tests/support/stack";
import { receiveCspReport } from "./csp-reports";
import { db } from "./db";

// All requests are in one window of the limits, however slow the machine is.
vi.mock("./clock", () => ({ now: async () => new Date("2026-11-30T12:00:00Z") }));
withTestStack();

const ORIGIN = "https://shop.example";

function send(blocked: string, addressKey: string | null = null, type = "application/csp-report") {
  const report = {
    "document-uri": `${ORIGIN}/`,
    "blocked-uri": blocked,
    "violated-directive": "img-src 'self'",
  };
  const body = JSON.stringify({ "csp-report": report });
  const request = new Request(`${ORIGIN}/api/csp-reports`, {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
  return receiveCspReport(request, { origin: ORIGIN, addressKey }).then(() => request.bodyUsed);
}

it("reports of the same violation are one row with a count, and no more than the limit of an address", async () => {
  const read = await Promise.all(Array.from({ length: 25 }, () => send("https://a.example/x?y", "address")));
  expect(read.filter(Boolean)).toHaveLength(20);
  const rows = await db().cspReport.findMany({ where: { blocked: "https://a.example" } });
  expect(rows).toMatchObject([{ directive: "img-src", page: "/", count: 20 }]);
}, 60_000);

it("the body of what is no report is not read", async () => {
  expect(await send("https://b.example", null, "application/json")).toBe(false);
});

it("there are never more rows than the limit, and the reports of all addresses together are limited", async () => {
  await db().rateCount.deleteMany();
  const at = new Date("2026-11-30T12:00:00Z");
  const data = Array.from({ length: 200 }, (_, index) => ({
    directive: "img-src",
    blocked: `https://${index}.example`,
    page: "/",
    count: 1,
    firstAt: at,
    lastAt: at,
  }));
  await db().cspReport.deleteMany();
  await db().cspReport.createMany({ data });
  const read = await Promise.all(
    Array.from({ length: 125 }, (_, index) => send(`https://new-${index}.example`)),
  );
  expect(read.filter(Boolean)).toHaveLength(120);
  expect(await db().cspReport.count()).toBe(200);
}, 60_000);
