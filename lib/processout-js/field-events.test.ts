import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mount, mountReady } from "./mount-fake";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("events", () => {
  it("one handler is registered per event and field", async () => {
    const { form } = await mountReady();
    for (const field of [form.number, form.expiry, form.cvc]) {
      expect(field.handlers.map(([event]) => event).sort()).toEqual(["blur", "focus", "input"]);
    }
  });

  it("events name the field, and report first digits, length and networks of the number", async () => {
    const on = { onChange: vi.fn(), onInput: vi.fn(), onFocus: vi.fn(), onBlur: vi.fn() };
    const { form, fields } = await mountReady(on);
    form.number.fire("input", {
      card_iin: "497783",
      card_number_length: 16,
      schemes: ["carte bancaire", "visa"],
    });
    form.cvc.fire("input");
    form.expiry.fire("focus");
    form.expiry.fire("blur");
    expect(on.onChange.mock.calls).toEqual([
      [{ iin: "497783", length: 16, schemes: ["carte bancaire", "visa"] }],
    ]);
    expect(on.onInput.mock.calls).toEqual([["number"], ["cvc"]]);
    expect([on.onFocus.mock.calls, on.onBlur.mock.calls]).toEqual([[["expiry"]], [["expiry"]]]);
    fields.destroy();
    form.number.fire("input", {});
    expect(on.onChange).toHaveBeenCalledOnce();
  });

  it.each([
    undefined,
    null,
    "x",
    {},
    { card_iin: 4, card_number_length: "16", schemes: "visa" },
    { schemes: [1] },
  ])("any payload of an event is accepted: %j", async (payload) => {
    const onChange = vi.fn();
    const { form } = await mountReady({ onChange });
    form.number.fire("input", payload);
    expect(onChange).toHaveBeenCalledWith({ iin: "", length: 0, schemes: [] });
  });

  it("a field is focused by its name, and a field that is not mounted is ignored", async () => {
    const early = mount();
    early.fields.focus("number");
    const { form, fields } = await mountReady();
    fields.focus("expiry");
    fields.focus("expiryMonth");
    expect([early.form.number.focused, form.expiry.focused]).toEqual([0, 1]);
  });
});
