import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { issueMobileToken } from "@/lib/auth/mobile-token";
import { createSession } from "@/lib/auth/sessions";
import { CARD_CONSENT } from "@/lib/cards/consent";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { POST } from "./route";

vi.mock("server-only", () => ({}));
vi.stubEnv("MOBILE_RETURN_URLS", "com.example.one://processout/return,com.example.two://processout/return");
vi.stubEnv("CARD_ATTEMPTS_PER_ACCOUNT", "5");
// Twenty requests at once wait for a pool of ten connections.
vi.stubEnv("DATABASE_TIMEOUT_SECONDS", "30");
vi.setConfig({ testTimeout: 180_000 });
const stack = withTestStack();

test("of twenty requests at once five start a card, whatever headers, card and return address they carry", async () => {
  const sessionId = await createSession((await signUp()).userId);
  const { accessToken } = await issueMobileToken({ sessionId });
  const results = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const body = {
        cardId: await stack.sandbox.card(index % 2 ? "visa" : "mastercard"),
        invoiceReturnUrl: `com.example.${index % 2 ? "one" : "two"}://processout/return`,
        consent: CARD_CONSENT.version,
        attemptId: randomUUID(),
      };
      const headers = {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        "user-agent": randomUUID(),
        "x-forwarded-for": `198.51.100.${index}`,
      };
      const request = new Request("http://localhost:3000/api/mobile/cards", {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      const response = await POST(request, { params: Promise.resolve({}) });
      return { status: response.status, body: await response.json() };
    }),
  );
  const started = results.filter(({ status }) => status === 200);
  const refused = results.filter(({ status }) => status === 429);
  expect([started.length, refused.length]).toEqual([5, 15]);
  const message = expect.stringContaining("Too many tries");
  for (const { body } of refused) expect(body.error).toEqual({ code: "card.too-many-attempts", message });
});
