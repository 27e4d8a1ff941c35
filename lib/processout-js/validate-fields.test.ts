import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mountReady } from "./mount-fake";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("validate", () => {
  it("validate names every invalid field in one error", async () => {
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

  it("a field that does not answer is not reported as invalid input", async () => {
    const { form, fields } = await mountReady();
    form.number.verdict = "card.invalid-number";
    form.cvc.verdict = "processout-js.field.unavailable";
    await expect(fields.validate()).rejects.toMatchObject({ kind: "setup", fields: {} });
  });

  it("validate ends at once when the fields are destroyed", async () => {
    const { form, fields } = await mountReady();
    form.expiry.verdict = "silent";
    const failure = expect(fields.validate()).rejects.toMatchObject({ kind: "canceled" });
    await vi.advanceTimersByTimeAsync(1);
    fields.destroy();
    await failure;
  });
});
