import type { APIRequestContext, APIResponse } from "@playwright/test";
import { issueMobileToken } from "@/lib/auth/mobile-token";
import { createSession } from "@/lib/auth/sessions";
import { CARD_CONSENT } from "@/lib/cards/consent";
import { env } from "@/lib/platform/env";
import { numberOf } from "../../tests/support/card-form";
import { expect, test } from "../../tests/support/fixtures";

const RETURN = "com.example.shop://processout/return";
const CONSENT = CARD_CONSENT.version;

const bearer = async (user: { id: string }) => {
  const { accessToken } = await issueMobileToken({ sessionId: await createSession(user.id) });
  return { Authorization: `Bearer ${accessToken}` };
};

/** A request as ProcessOut's iOS and Android SDKs send it: public key, numbers where the browser sends strings, `cvc`. */
async function sdk(request: APIRequestContext, method: string, path: string, data: object) {
  const { PROCESSOUT_API_URL, PROCESSOUT_PROJECT_ID } = env();
  const headers = { Authorization: `Basic ${btoa(`${PROCESSOUT_PROJECT_ID}:`)}` };
  const answer = await request.fetch(`${PROCESSOUT_API_URL}${path}`, { method, headers, data });
  return answer.json();
}

async function tokenize(request: APIRequestContext, scenario: string): Promise<string> {
  const given = { number: await numberOf(scenario), exp_month: 12, exp_year: 2040, cvc: "123", metadata: {} };
  return (await sdk(request, "POST", "/cards", given)).card.id;
}

/** The result of the SDK's native 3-D Secure step, which is sent as a source. */
const gatewayRequest = (body: object) => `gway_req_${btoa(JSON.stringify({ body: JSON.stringify(body) }))}`;

const codeOf = async (answer: APIResponse) => (await answer.json()).error?.code;

test.describe("the mobile API @verification", () => {
  for (const channel of ["ios", "android"]) {
    test(`an ${channel} app saves a card with a native challenge, lists and deletes it`, async ({
      request,
      user,
    }) => {
      const headers = await bearer(user);
      const cardId = await tokenize(request, "challenge");
      const made = await request.post("/api/mobile/cards", {
        headers,
        data: { cardId, invoiceReturnUrl: RETURN, consent: CONSENT },
      });
      expect(made.status()).toBe(200);
      const started = await made.json();
      expect(started).toMatchObject({ projectId: env().PROCESSOUT_PROJECT_ID, invoiceReturnUrl: RETURN });

      const path = `/customers/${started.customerId}/tokens/${started.tokenId}`;
      const device = { device: { channel }, enable_three_d_s_2: true };
      const first = await sdk(request, "PUT", path, { source: cardId, verify: true, ...device });
      expect(first.customer_action.type).toBe("fingerprint-mobile");
      const fingerprint = {
        deviceChannel: "app",
        sdkAppID: "1",
        sdkEphemPubKey: "{}",
        sdkReferenceNumber: "1",
      };
      const second = await sdk(request, "PUT", path, { source: gatewayRequest(fingerprint), ...device });
      expect(second.customer_action.type).toBe("challenge-mobile");
      await sdk(request, "PUT", path, { source: gatewayRequest({ transStatus: "Y" }), ...device });

      const finished = await request.post(`/api/mobile/cards/${started.attemptId}/finish`, { headers });
      expect(await finished.json()).toMatchObject({
        kind: "saved",
        card: { last4: "0101", status: "verified" },
      });
      const listed = await (await request.get("/api/mobile/cards", { headers })).json();
      expect(listed.cards).toMatchObject([
        { id: started.attemptId, last4: "0101", canPay: true, isDefault: true },
      ]);

      const deleted = await request.delete(`/api/mobile/cards/${started.attemptId}`, { headers });
      expect(await deleted.json()).toEqual({ deleted: true });
      expect((await (await request.get("/api/mobile/cards", { headers })).json()).cards).toEqual([]);
    });
  }

  test("a mobile app saves a card without a challenge, and not twice", async ({ request, user }) => {
    const headers = await bearer(user);
    const save = async () => {
      const cardId = await tokenize(request, "visa");
      const data = { cardId, invoiceReturnUrl: RETURN, consent: CONSENT };
      return { cardId, started: await (await request.post("/api/mobile/cards", { headers, data })).json() };
    };
    const { cardId, started } = await save();
    const path = `/customers/${started.customerId}/tokens/${started.tokenId}`;
    await sdk(request, "PUT", path, { source: cardId, verify: true, enable_three_d_s_2: true });
    await request.post(`/api/mobile/cards/${started.attemptId}/finish`, { headers });
    expect((await save()).started).toMatchObject({ alreadySaved: { last4: "4242" } });
  });

  test("a declined card is answered with a message for the shopper, and its token is deleted", async ({
    request,
    user,
    processout,
  }) => {
    const headers = await bearer(user);
    const cardId = await tokenize(request, "challenge");
    const data = { cardId, invoiceReturnUrl: RETURN, consent: CONSENT };
    const started = await (await request.post("/api/mobile/cards", { headers, data })).json();
    const path = `/customers/${started.customerId}/tokens/${started.tokenId}`;
    const device = { device: { channel: "ios" }, enable_three_d_s_2: true };
    await sdk(request, "PUT", path, { source: cardId, verify: true, ...device });
    await sdk(request, "PUT", path, {
      source: gatewayRequest({ deviceChannel: "app", sdkAppID: "1" }),
      ...device,
    });
    await sdk(request, "PUT", path, { source: gatewayRequest({ transStatus: "N" }), ...device });

    const result = await request.post(`/api/mobile/cards/${started.attemptId}/finish`, { headers });
    expect(await result.json()).toMatchObject({ kind: "stopped", message: expect.stringMatching(/\w/) });
    await expect(processout.tokens.find(started.customerId, started.tokenId)).rejects.toThrow();
  });

  test("a return URL of another app is rejected before anything is created", async ({
    request,
    user,
    database,
  }) => {
    const headers = await bearer(user);
    const cardId = await tokenize(request, "visa");
    for (const invoiceReturnUrl of [
      "https://evil.example/return",
      "javascript://processout/return",
      "com.example.shop://processout/return/../../x",
      "com.example.shop://elsewhere",
      "com.evil.shop://processout/return",
      "intent://processout/return",
      "",
    ]) {
      const answer = await request.post("/api/mobile/cards", {
        headers,
        data: { cardId, invoiceReturnUrl, consent: CONSENT },
      });
      expect(answer.status(), invoiceReturnUrl).toBe(400);
    }
    expect(await database.savedCard.count({ where: { userId: user.id } })).toBe(0);
  });

  test("without the present consent no card is saved, and the list gives its wording @wild", async ({
    request,
    user,
    database,
  }) => {
    const headers = await bearer(user);
    const { consent } = await (await request.get("/api/mobile/cards", { headers })).json();
    expect(consent).toEqual(CARD_CONSENT);
    const started = { cardId: await tokenize(request, "visa"), invoiceReturnUrl: RETURN };
    for (const data of [started, { ...started, consent: "cards-0" }, { ...started, consent: true }]) {
      expect((await request.post("/api/mobile/cards", { headers, data })).status()).toBe(400);
    }
    expect(await database.savedCard.count({ where: { userId: user.id } })).toBe(0);
    const data = { ...started, consent: consent.version };
    expect((await request.post("/api/mobile/cards", { headers, data })).status()).toBe(200);
    expect(await database.cardConsent.findMany({ where: { userId: user.id } })).toMatchObject([
      { version: consent.version },
    ]);
  });

  test("the mobile API accepts neither the session cookie nor an invalid bearer token", async ({
    page,
    signedIn,
  }) => {
    const wrong = ["", "Bearer", "Bearer nonsense", "Basic abc"];
    for (const Authorization of wrong) {
      const answer = await page.request.get("/api/mobile/cards", { headers: { Authorization } });
      expect(answer.status(), `${signedIn.email} ${Authorization}`).toBe(401);
    }
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith("session-token"))?.value;
    const asBearer = { Authorization: `Bearer ${session}` };
    expect((await page.request.get("/api/mobile/cards", { headers: asBearer })).status()).toBe(401);
  });

  test("bearer tokens are issued to the shop's own pages only, and end with the sessions", async ({
    page,
    signedIn,
    database,
  }) => {
    const ask = (origin: string) => page.request.post("/api/mobile/token", { headers: { origin } });
    expect((await ask("https://evil.example")).status()).toBe(401);
    const { accessToken, expiresIn } = await (await ask(new URL(env().NEXTAUTH_URL).origin)).json();
    expect(expiresIn).toBe(900);
    const headers = { Authorization: `Bearer ${accessToken}` };
    expect((await page.request.get("/api/mobile/cards", { headers })).status()).toBe(200);
    await database.session.deleteMany({ where: { userId: signedIn.id } });
    expect((await page.request.get("/api/mobile/cards", { headers })).status()).toBe(401);
  });

  test("another user's attempt is answered with 404", async ({ request, user, signedIn, database }) => {
    const stranger = await database.user.create({ data: { email: `stranger-${user.id}@shoppers.example` } });
    const headers = await bearer(stranger);
    const cardId = await tokenize(request, "visa");
    const data = { cardId, invoiceReturnUrl: RETURN, consent: CONSENT };
    const owner = await bearer(signedIn);
    const { attemptId } = await (await request.post("/api/mobile/cards", { headers: owner, data })).json();
    for (const call of [
      request.post(`/api/mobile/cards/${attemptId}/finish`, { headers }),
      request.post(`/api/mobile/cards/${attemptId}/cancel`, { headers, data: { code: "customer.canceled" } }),
      request.delete(`/api/mobile/cards/${attemptId}`, { headers }),
    ]) {
      const answer = await call;
      expect([answer.status(), await codeOf(answer)]).toEqual([404, "not-found"]);
    }
    await database.user.delete({ where: { id: stranger.id } });
  });
});
