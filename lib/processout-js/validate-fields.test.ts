import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mountReady } from "./mount-fake";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("validate", () => {
  it("names every wrong field at once", async () => {
    const { form, fields } = await mountReady();
    form.number.verdict = "card.invalid-number";
    form.cvc.verdict = "card.invalid-cvc";
    await expect(fields.validate()).rejects.toMatchObject({
      kind: "field",
      code: "card.invalid-number",
      fields: { number: "card.invalid-number", cvc: "card.invalid-cvc" },
    });
    await expect(fields.validate("cvc")).rejects.toMatchObject({ fields: { cvc: "card.invalid-cvc" } });
    await expect(fields.validate("expiry")).resolves.toBeUndefined();
  });

  it("does not blame the shopper for a field that cannot answer", async () => {
    const { form, fields } = await mountReady();
    form.number.verdict = "card.invalid-number";
    form.cvc.verdict = "processout-js.field.unavailable";
    await expect(fields.validate()).rejects.toMatchObject({ kind: "setup", fields: {} });
  });

  it("ends at once when the fields are taken away", async () => {
    const { form, fields } = await mountReady();
    form.expiry.verdict = "silent";
    const failure = expect(fields.validate()).rejects.toMatchObject({ kind: "canceled" });
    await vi.advanceTimersByTimeAsync(1);
    fields.destroy();
    await failure;
  });
});
