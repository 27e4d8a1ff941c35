import { describe, expect, it } from "vitest";
import { readResult } from "./action-result";
import { allocationProblem } from "./card-payload";
import { exceptionOf } from "./exception";
import { fingerprintTimeoutSource, gatewayRequestSource } from "./gateway-request";
import { readOutcome } from "./outcome";

const decoded = (source: string) => JSON.parse(atob(source.slice("gway_req_".length)));

describe("messages between clients and the API", () => {
  it("a known outcome decides before success", () => {
    expect(readOutcome({ success: true, outcome: "failed" })).toBe("failed");
    expect(readOutcome({ success: true, outcome: "odd" })).toBe("success");
    expect(readOutcome({})).toBe("failed");
  });

  it("a gateway request is base64 of JSON without undefined keys", () => {
    expect(decoded(gatewayRequestSource({ url: "https://bank.test", body: undefined }))).toEqual({
      url: "https://bank.test",
    });
  });

  it("a silent fingerprint page is answered with ProcessOut's time-out request", () => {
    expect(decoded(fingerprintTimeoutSource("https://bank.test/method"))).toEqual({
      url: "https://bank.test/method",
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: 'threeDSMethodData={"threeDS2FingerprintTimeout":true}',
    });
  });

  it.each([
    [{ action: "canceled" }, "customer.canceled"],
    [{ action: "none" }, "processout-js.no-customer-action"],
    [{ action: "error", errorCode: "card.declined" }, "card.declined"],
    [{ action: "something-new" }, "default"],
  ])("%o ends an action with %s", (posted, code) => {
    expect(readResult(posted)).toMatchObject({ failure: { code } });
  });

  it("an unreadable answer has no error code, as in the official script", () => {
    expect(exceptionOf({}).code).toBeUndefined();
    expect(exceptionOf({}).message).not.toBe("");
    expect(exceptionOf({ error_type: "card.no-money", message: "No money." })).toMatchObject({
      name: "ProcessOutException",
      code: "card.no-money",
      message: "No money.",
    });
  });

  it("split allocations are checked before anything is sent", () => {
    const right = { provider_recipient_reference: "r", type: "FEE", amount: "1", currency: "EUR" };
    expect(allocationProblem(undefined)).toBeUndefined();
    expect(allocationProblem([right])).toBeUndefined();
    expect(allocationProblem("all")).toContain("array");
    expect(allocationProblem([{ ...right, amount: 1 }])).toContain("amount");
    expect(allocationProblem([{ ...right, type: "TIP" }])).toContain("type");
  });
});
