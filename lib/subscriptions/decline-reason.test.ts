import { describe, expect, it } from "vitest";
import published from "@/lib/platform/error-codes.json";
import { declineOf } from "./decline-reason";

const everyCode = [...published.hard, ...published.soft, ...published.other];

describe("a decline", () => {
  it("is hard exactly when ProcessOut's reference says so", () => {
    expect(everyCode.filter((code) => declineOf(code) === "hard").sort()).toEqual([...published.hard].sort());
  });

  it("is soft when nobody has heard of its code", () => {
    expect(declineOf("card.something-new")).toBe("soft");
  });
});
