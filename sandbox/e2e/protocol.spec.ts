import type { Page } from "@playwright/test";
import { expect, type Merchant, sandbox, test } from "./support/merchant";

// The sandbox's pages against the protocol itself, without any script: the messages that the official script would send and receive.
// No script of ours is on the shop's page.

type Message = { action: string; frameID?: string; namespace: string; messageID?: string; data?: unknown };

const PROJECT = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";

/** An empty shop that records every message it receives, in order. */
async function openShop(page: Page, merchant: Merchant) {
  await page.goto(merchant.shop.url);
  await page.evaluate(() => {
    const received: unknown[] = [];
    Object.assign(window, { received });
    window.addEventListener("message", (event) => received.push(event.data));
  });
}

const received = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { received: unknown[] }).received);

const messages = async (page: Page): Promise<Message[]> =>
  (await received(page)).map((message) => JSON.parse(String(message)));

async function waitForMessage(page: Page, action: string, id: string): Promise<Message> {
  let found: Message | undefined;
  await expect(async () => {
    found = (await messages(page)).find(
      (message) => message.action === action && (message.messageID === id || message.frameID === `#${id}`),
    );
    expect(found, action).toBeTruthy();
  }).toPass({ timeout: 10_000 });
  return found as Message;
}

const postTo = (page: Page, id: string, message: Record<string, unknown>) =>
  page.evaluate(
    ([frame, text]) => {
      const target = document.getElementById(frame) as HTMLIFrameElement;
      target.contentWindow?.postMessage(text, "*");
    },
    [
      id,
      JSON.stringify({ namespace: "processout.field", projectID: PROJECT, frameID: `#${id}`, ...message }),
    ] as const,
  );

/** Adds a field the way the official script does, and sets it up once it is alive. */
async function addField(page: Page, id: string, type: string) {
  await page.evaluate(
    ([frame, origin]) => {
      const iframe = document.createElement("iframe");
      iframe.id = frame;
      iframe.src = `${origin}/ccfield.html?r=${frame}#${frame}`;
      document.body.append(iframe);
    },
    [id, sandbox] as const,
  );
  await waitForMessage(page, "alive", id);
  const data = { type, expiryAutoNext: false, cardNumberAutoNext: false, enableCardSchemeSelection: false };
  await postTo(page, id, { action: "setup", formID: "form1", data });
  await waitForMessage(page, "ready", id);
}

async function fill(page: Page, number: string) {
  for (const [id, type] of [
    ["num", "number"],
    ["exp", "expiry"],
    ["cvc", "cvc"],
  ] as const)
    await addField(page, id, type);
  await page.frameLocator("#num").getByLabel("Card number").fill(number);
  await page.frameLocator("#exp").getByLabel("Expiry date").fill("12 / 34");
  await page.frameLocator("#cvc").getByLabel("CVC").fill("123");
}

test.describe("@sandbox the protocol of the hosted fields", () => {
  test.beforeEach(({ page, merchant }) => openShop(page, merchant));

  test("a field posts alive, then ready, as JSON strings under its namespace", async ({ page }) => {
    await addField(page, "num", "number");
    expect((await received(page)).every((message) => typeof message === "string")).toBe(true);
    const said = await messages(page);
    expect(
      said.every((message) => message.namespace === "processout.field" && message.frameID === "#num"),
    ).toBe(true);
    expect(said.map(({ action }) => action)[0]).toBe("alive");
    // Firefox reloads the frame: a second setup is normal.
    await postTo(page, "num", { action: "setup", formID: "form1", data: { type: "number" } });
    await expect(page.frameLocator("#num").getByLabel("Card number")).toHaveCount(1);
    await postTo(page, "num", { action: "resize" });
    await waitForMessage(page, "resize", "num");
  });

  test("a field answers validate without data or with an error code", async ({ page }) => {
    await fill(page, "4242424242424242");
    await postTo(page, "num", { action: "validate", messageID: "good" });
    expect((await waitForMessage(page, "validate", "good")).data).toBeFalsy();
    await page.frameLocator("#num").getByLabel("Card number").fill("4242424242424241");
    await postTo(page, "num", { action: "validate", messageID: "bad" });
    expect((await waitForMessage(page, "validate", "bad")).data).toBe("card.invalid-number");
  });

  test("a field posts registered events with the leading digits, and follows focus and blur", async ({
    page,
  }) => {
    await addField(page, "num", "number");
    await postTo(page, "num", { action: "registerEvent", data: "input" });
    await postTo(page, "num", { action: "focus", messageID: "f" });
    await waitForMessage(page, "focusEvent", "num");
    await page.frameLocator("#num").getByLabel("Card number").fill("4242424242424242");
    const { data } = await waitForMessage(page, "event", "num");
    expect(data).toMatchObject({ name: "input", data: { card_iin: "424242", schemes: ["visa"] } });
    await postTo(page, "num", { action: "blur", messageID: "b" });
    await waitForMessage(page, "blurEvent", "num");
  });

  test("the number field creates a card from its form's fields, or answers an error code", async ({
    page,
  }) => {
    await fill(page, "4242424242424242");
    const data = { fields: ["number", "cvc", "exp"], data: { name: "Ada Lovelace" } };
    await postTo(page, "num", { action: "tokenize", messageID: "t1", formID: "form1", data });
    const made = await waitForMessage(page, "tokenize", "t1");
    expect(made.data).toMatchObject({
      token: expect.stringMatching(/^card_/),
      card: { last_4_digits: "4242", name: "Ada Lovelace" },
    });

    await page.frameLocator("#cvc").getByLabel("CVC").fill("321");
    const card = (made.data as { token: string }).token;
    await postTo(page, "cvc", { action: "refresh-cvc", messageID: "r1", formID: "form1", data: card });
    expect((await waitForMessage(page, "refresh-cvc", "r1")).data).toMatchObject({ token: card });
    await postTo(page, "cvc", {
      action: "refresh-cvc",
      messageID: "r2",
      formID: "form1",
      data: "card_unknown",
    });
    expect((await waitForMessage(page, "refresh-cvc", "r2")).data).toMatchObject({
      error: { code: expect.any(String) },
    });
  });
});

test.describe("@sandbox the protocol of 3-D Secure", () => {
  test.beforeEach(({ page, merchant }) => openShop(page, merchant));

  /** Attaches a card to a token with the public key, as the official script does. */
  async function assign(page: Page, path: string, source: string) {
    const response = await page.request.put(`${sandbox}${path}`, {
      headers: { Authorization: `Basic ${Buffer.from(`${PROJECT}:`).toString("base64")}` },
      data: { source, enable_three_d_s_2: true },
    });
    return (await response.json()) as { customer_action?: { type: string; value: string }; token?: object };
  }

  const frame = (page: Page, src: string | undefined) =>
    page.evaluate((address) => {
      const iframe = document.createElement("iframe");
      iframe.id = "bank";
      iframe.width = iframe.height = "480";
      iframe.src = address ?? "";
      document.getElementById("bank")?.remove();
      document.body.append(iframe);
    }, src);

  /** The first message of the checkout, which ends the action. */
  async function outcome(page: Page) {
    await expect.poll(async () => (await received(page)).length).toBeGreaterThan(0);
    const [first] = await messages(page);
    await page.evaluate(() => (window as unknown as { received: unknown[] }).received.splice(0));
    return first;
  }

  async function challenge(page: Page, ids: { customer: string; token: string }) {
    const path = `/customers/${ids.customer}/tokens/${ids.token}`;
    const made = await page.request.post(`${sandbox}/_sandbox/cards`, { data: { scenario: "challenge" } });
    const first = await assign(page, path, (await made.json()).card.id);
    expect(first.customer_action?.type).toBe("fingerprint");
    await frame(page, first.customer_action?.value);
    const fingerprint = await outcome(page);
    expect(fingerprint).toMatchObject({ namespace: "processout.checkout", action: "success" });
    const second = await assign(page, path, String(fingerprint?.data));
    expect(second.customer_action?.type).toBe("redirect");
    await frame(page, second.customer_action?.value);
    return path;
  }

  for (const [button, status] of [
    ["Approve", "success"],
    ["Decline", "failed"],
  ] as const) {
    test(`${button} posts a gateway request that the API understands`, async ({ page, merchant }) => {
      const path = await challenge(page, await merchant.createToken());
      await page.frameLocator("#bank").getByRole("button", { name: button }).click();
      const said = await outcome(page);
      expect(said).toMatchObject({ namespace: "processout.checkout", action: "success" });
      expect(String(said?.data)).toMatch(/^gway_req_[A-Za-z0-9+/=]+$/);
      await assign(page, path, String(said?.data));
      const [, , customer = "", , token = ""] = path.split("/");
      expect(await merchant.getToken(customer, token)).toMatchObject({ verification_status: status });
    });
  }

  test("Cancel posts the canceled state", async ({ page, merchant }) => {
    await challenge(page, await merchant.createToken());
    await page.frameLocator("#bank").getByRole("button", { name: "Cancel" }).click();
    expect(await outcome(page)).toMatchObject({ namespace: "processout.checkout", action: "canceled" });
  });

  test("a page that the sandbox does not support posts an error to its opener", async ({ page }) => {
    await frame(page, `${sandbox}/${PROJECT}/iv_x/three-d-s/redirect/card_x?processoutjs=true`);
    const errorCode = "sandbox.not-supported";
    expect(await outcome(page)).toMatchObject({
      namespace: "processout.checkout",
      action: "error",
      errorCode,
    });
  });

  // What it relays lives in its storage, which browsers keep from frames of another site: all that can be tested is that it loads.
  test("the message hub posts ready", async ({ page }) => {
    await frame(page, `${sandbox}/messagehub.html?r=1`);
    expect(await outcome(page)).toMatchObject({ namespace: "processout.message-hub", action: "ready" });
  });
});
