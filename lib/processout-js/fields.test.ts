import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeClient, FakeElement } from "./fake-script";
import { mountCvcField } from "./fields";
import { mount, mountReady } from "./mount-fake";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("mounting", () => {
  it("`ready` resolves when the script reports that all fields are ready", async () => {
    const { fields } = await mountReady();
    await expect(fields.ready).resolves.toBeUndefined();
  });

  it("the script gets a new options object each time, without our callbacks", () => {
    const options = { requireCVC: true, onChange: vi.fn(), onInput: vi.fn() };
    const [one, other] = [mount(options), mount(options), mount(undefined)].map(
      ({ script }) => script?.arguments[1],
    );
    expect(one).toEqual({ requireCVC: true });
    expect(one).not.toBe(other);
  });

  it("`ready` rejects once although the script reports every field", async () => {
    const { fields, script } = mount();
    script?.fail({ code: "processout-js.field.unavailable" });
    script?.fail({ code: "processout-js.network-issue" });
    script?.succeed();
    await expect(fields.ready).rejects.toMatchObject({
      code: "processout-js.field.unavailable",
      kind: "setup",
    });
    await expect(fields.tokenize()).rejects.toMatchObject({ code: "processout-js.field.unavailable" });
  });

  it("an exception of the script rejects `ready`", async () => {
    const client = new FakeClient();
    client.broken = { code: "processout-js.undefined-field" };
    const { fields } = mount(undefined, new FakeElement(), client);
    await expect(fields.ready).rejects.toMatchObject({
      code: "processout-js.undefined-field",
      kind: "setup",
    });
  });

  it("`ready` rejects after the time limit", async () => {
    const { fields } = mount();
    const unavailable = { kind: "timeout", code: "processout-js.field.unavailable" };
    const failure = expect(fields.ready).rejects.toMatchObject(unavailable);
    await vi.advanceTimersByTimeAsync(25_000);
    await failure;
  });

  it("React's double mount ends with one set of fields, and the first set is silent", async () => {
    const onInput = vi.fn();
    const element = new FakeElement();
    const first = mount({ onInput }, element);
    first.fields.destroy();
    expect(element.frames).toHaveLength(0);
    const second = mount({ onInput }, element);
    expect(element.frames).toHaveLength(3);

    first.script?.succeed();
    first.script?.fail({ code: "processout-js.field.unavailable" });
    second.script?.succeed();
    await second.fields.ready;
    await expect(first.fields.ready).rejects.toMatchObject({ kind: "canceled" });
    first.form.number.fire("input");
    expect(onInput).not.toHaveBeenCalled();
    second.form.number.fire("input");
    expect(onInput).toHaveBeenCalledOnce();
  });

  it("frames that a restored page left in the containers are removed", () => {
    const element = new FakeElement();
    for (const container of element.containers) container.append();
    mount(undefined, element);
    expect(element.frames).toHaveLength(3);
  });

  it("a late destroy keeps the fields that were mounted since", () => {
    const element = new FakeElement();
    const first = mount(undefined, element);
    mount(undefined, element);
    first.fields.destroy();
    expect(element.frames).toHaveLength(3);
  });

  it("destroy leaves no focus mark and no timer behind", async () => {
    const { element, fields } = await mountReady();
    for (const { classes } of element.containers) classes.add("processout-input-focused");
    fields.destroy();
    expect(element.containers.flatMap(({ classes }) => [...classes])).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("restyle gives every mounted field the new style, and does nothing while they load", async () => {
  const { form, fields } = await mountReady();
  fields.restyle({ color: "white" });
  for (const field of [form.number, form.expiry, form.cvc]) {
    expect(field.options).toEqual({ style: { color: "white" } });
  }
});

describe("tokenize", () => {
  it("tokenize resolves with the card id, and the script gets a copy of the data", async () => {
    const { client, form, fields } = await mountReady();
    const data = { name: "Ann Lee", preferred_scheme: "carte bancaire" };
    const tokenizing = fields.tokenize(data);
    await vi.advanceTimersByTimeAsync(1);
    expect(client.calls[0]?.arguments).toEqual([form, data]);
    expect(client.calls[0]?.arguments[1]).not.toBe(data);
    client.calls[0]?.succeed("card_1");
    await expect(tokenizing).resolves.toBe("card_1");
  });

  it("tokenize does not call the script while a field is invalid", async () => {
    const { client, form, fields } = await mountReady();
    form.number.verdict = "card.invalid-number";
    await expect(fields.tokenize()).rejects.toMatchObject({ kind: "field" });
    expect(client.calls).toHaveLength(0);
  });

  it.each([
    [{ code: "card.invalid-number" }, { kind: "field", fields: { number: "card.invalid-number" } }],
    [{ message: "no code" }, { kind: "network", code: "processout-js.invalid-response" }],
  ])("tokenize rejects with the script's error %o", async (error, expected) => {
    const { client, fields } = await mountReady();
    const failure = expect(fields.tokenize()).rejects.toMatchObject(expected);
    await vi.advanceTimersByTimeAsync(1);
    client.calls[0]?.fail(error);
    await failure;
  });

  it.each([
    ["its time is up", { timeoutMs: 500 }, "timeout"],
    ["the page gives up", { signal: AbortSignal.abort() }, "canceled"],
  ])("tokenize ends when %s", async (_name, limits, kind) => {
    const { fields } = await mountReady();
    const failure = expect(fields.tokenize({}, limits)).rejects.toMatchObject({ kind });
    await vi.advanceTimersByTimeAsync(500);
    await failure;
  });

  it("tokenize waits until the fields are ready", async () => {
    const { client, fields, script } = mount();
    const tokenizing = fields.tokenize();
    await vi.advanceTimersByTimeAsync(1);
    expect(client.calls).toHaveLength(0);
    script?.succeed();
    await vi.advanceTimersByTimeAsync(1);
    client.calls[0]?.succeed("card_1");
    await expect(tokenizing).resolves.toBe("card_1");
  });
});

it("refreshCvc sends a new CVC to a saved card", async () => {
  const client = new FakeClient();
  const fields = mountCvcField(client, new FakeElement().asElement());
  const [script] = client.forms;
  script?.succeed();
  if (script) script.form.number.verdict = "card.invalid-number";
  const refreshing = fields.refreshCvc("card_1");
  await vi.advanceTimersByTimeAsync(1);
  expect(client.calls[0]?.arguments).toEqual(["card_1", script?.form]);
  client.calls[0]?.succeed("card_1");
  await expect(refreshing).resolves.toBeUndefined();
});
