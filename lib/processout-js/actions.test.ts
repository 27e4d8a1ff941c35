import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeCardPayment, makeCardToken } from "./actions";
import { FakeClient } from "./fake-script";

let client: FakeClient;
/** The challenge that the script has open, if any. */
let modal: { querySelector: () => { click: () => void }; remove: () => void } | null;
const cancel = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  client = new FakeClient();
  cancel.mockClear();
  modal = {
    querySelector: () => ({ click: cancel }),
    remove: () => {
      modal = null;
    },
  };
  vi.stubGlobal("document", { getElementById: () => modal });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ids = { cardId: "card_1", customerId: "cust_1", tokenId: "tok_1" };

describe("makeCardToken", () => {
  it('makeCardToken resolves with "ended" only', async () => {
    const ended = makeCardToken(client, ids);
    expect(client.calls[0]?.arguments).toEqual(["card_1", "cust_1", "tok_1", {}]);
    client.calls[0]?.succeed("tok_1");
    await expect(ended).resolves.toBe("ended");
  });

  it("makeCardToken never passes the same options object twice", () => {
    const options = Object.freeze({ preferred_scheme: "carte bancaire" });
    void makeCardToken(client, { ...ids, options });
    void makeCardToken(client, { ...ids, options });
    const [first, second] = client.calls.map((call) => call.arguments[3] as Record<string, unknown>);
    expect(first).toEqual(options);
    Object.assign(first ?? {}, { gatewayRequestSource: "gway_req_old" });
    expect(second).toEqual(options);
  });

  it("a call stays canceled although the script succeeds later", async () => {
    const ended = makeCardToken(client, ids);
    client.calls[0]?.fail({ code: "customer.canceled" });
    client.calls[0]?.succeed("tok_1");
    await expect(ended).rejects.toMatchObject({ kind: "canceled", code: "customer.canceled" });
  });

  it.each([
    ["card.do-not-honor", "declined"],
    ["processout-js.network-issue", "network"],
    [undefined, "network"],
    ["request.source.card-already-used", "declined"],
  ])("the code %s is rejected as %s", async (code, kind) => {
    const ended = makeCardToken(client, ids);
    client.calls[0]?.fail(code ? { code } : {});
    await expect(ended).rejects.toMatchObject({ kind });
  });

  it("the challenge is closed after ten minutes", async () => {
    const failure = expect(makeCardToken(client, ids)).rejects.toMatchObject({
      kind: "timeout",
      code: "processout-js.challenge-timeout",
    });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await failure;
    expect(cancel).toHaveBeenCalledOnce();
    expect(modal).toBeNull();
  });

  it("the challenge is closed when the page aborts the call", async () => {
    const page = new AbortController();
    const ended = makeCardToken(client, { ...ids, signal: page.signal, timeoutMs: 5 });
    page.abort();
    await expect(ended).rejects.toMatchObject({ kind: "canceled" });
    expect(modal).toBeNull();
  });

  it("a call without a challenge ends without an error", async () => {
    modal = null;
    const ended = makeCardToken(client, ids);
    client.calls[0]?.succeed("tok_1");
    await expect(ended).resolves.toBe("ended");
  });
});

describe("makeCardPayment", () => {
  it("makeCardPayment passes invoice, source and options to the script", async () => {
    const ended = makeCardPayment(client, {
      invoiceId: "iv_1",
      source: "tok_1",
      options: { authorize_only: true },
    });
    expect(client.calls[0]?.arguments.slice(0, 3)).toEqual(["iv_1", "tok_1", { authorize_only: true }]);
    client.calls[0]?.succeed("iv_1");
    await expect(ended).resolves.toBe("ended");
  });

  it("makeCardPayment distinguishes a pending payment from one that ended", async () => {
    const ended = makeCardPayment(client, { invoiceId: "iv_1", source: "tok_1" });
    const pending = client.calls[0]?.arguments[3] as (() => void) | undefined;
    pending?.();
    client.calls[0]?.succeed("iv_1");
    await expect(ended).resolves.toBe("pending");
  });

  it("makeCardPayment rejects a decline", async () => {
    const ended = makeCardPayment(client, { invoiceId: "iv_1", source: "tok_1" });
    client.calls[0]?.fail({ code: "card.no-money", message: "Not enough money" });
    await expect(ended).rejects.toMatchObject({ kind: "declined", message: "Not enough money" });
  });
});
