import { expect, it } from "vitest";
import {
  AuthenticationError,
  CardRejectedError,
  InvalidRequestError,
  NotFoundError,
  ProcessOutError,
  RateLimitedError,
  UnavailableError,
} from "./errors";
import { ok, refused, startServer, token } from "./test-server";

async function failureOf(...answers: Parameters<typeof startServer>): Promise<ProcessOutError> {
  await using server = await startServer(...answers);
  const failure = await server
    .client({ maxRetries: 0 })
    .tokens.create("cust_1", { source: "card_1" }, { idempotencyKey: "key-1" })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProcessOutError);
  return failure as ProcessOutError;
}

it.each([
  [400, "request.validation.invalid-email", InvalidRequestError, false],
  [400, "card.invalid-number", InvalidRequestError, false],
  [422, "request.validation.provisioning-not-possible", InvalidRequestError, false],
  [401, "request.authentication.invalid", AuthenticationError, false],
  [404, "resource.token.not-found", NotFoundError, false],
  [404, "request.route-not-found", InvalidRequestError, false],
  [408, undefined, UnavailableError, true],
  [409, "request.still-processing", UnavailableError, true],
  [409, "request.idempotency-key.invalid", InvalidRequestError, false],
  [410, "card.do-not-honor", CardRejectedError, false],
  [410, "something.new", CardRejectedError, false],
  [418, "something.new", ProcessOutError, false],
  [425, undefined, UnavailableError, true],
  [429, "request.rate.exceeded", RateLimitedError, true],
  [500, undefined, UnavailableError, true],
  [502, "gateway.timeout", UnavailableError, true],
  [503, "card.declined", UnavailableError, true],
  // The flag decides, so a failure may come as 200: then the code's family does.
  [200, "card.no-money", CardRejectedError, false],
  [200, "resource.customer.not-found", NotFoundError, false],
  [200, "request.authentication.invalid-project-id", AuthenticationError, false],
  [200, "request.too-much", RateLimitedError, true],
  [200, undefined, ProcessOutError, false],
] as const)("%d %s becomes %o, retryable: %s", async (status, code, expected, isRetryable) => {
  const error = await failureOf(refused(status, code));
  expect(error.constructor).toBe(expected);
  expect(error.name).toBe(expected.name);
  expect(error).toMatchObject({
    status,
    code,
    isRetryable,
    method: "POST",
    path: "/customers/cust_1/tokens",
  });
});

it("a decline keeps its 3-D Secure action", async () => {
  const action = { type: "redirect", value: "https://bank.test/", metadata: { no_iframe: "true" } };
  const error = await failureOf(refused(410, "card.needs-authentication", { customer_action: action }));
  expect(error).toBeInstanceOf(CardRejectedError);
  expect(error.customerAction).toEqual(action);
});

it.each([null, {}, { type: "url" }, "url"])("%j is parsed as no customer action", async (customer_action) => {
  expect(
    (await failureOf(refused(410, "card.declined", { customer_action }))).customerAction,
  ).toBeUndefined();
});

it("the message has the call and the status, and nothing of the request body", async () => {
  const answer = refused(400, "request.validation.invalid-email", {
    invalid_fields: [{ name: "email", message: "ann@example is not an e-mail" }],
  });
  const error = await failureOf({ ...(answer as object), headers: { "x-request-id": "req_1" } });
  expect(error.message).toBe("POST /customers/cust_1/tokens answered 400 request.validation.invalid-email");
  expect(error).toMatchObject({ requestId: "req_1", invalidFields: ["email"] });
  expect(JSON.stringify({ ...error, stack: error.stack, cause: error.cause })).not.toMatch(
    /400000|ann@|key_sandbox/,
  );
});

it.each(["<b>card</b>", "a\nb", "4000 0000", "x".repeat(101), 7])(
  "does not take %j for a code",
  async (code) => {
    const error = await failureOf(refused(410, undefined, { error_type: code }));
    expect(error).toBeInstanceOf(CardRejectedError);
    expect(error.code).toBeUndefined();
  },
);

it.each([
  ["an HTML page", { status: 404, body: "<h1>4242424242424242</h1>" }],
  ["an empty body", { status: 200, body: "" }],
  ["half a body", { status: 200, body: '{"success": true, "token": {"id"' }],
  ["JSON without the flag", { status: 200, json: { token } }],
  ["a flag that is no boolean", { status: 200, json: { success: "true", token } }],
  ["null", { status: 200, body: "null" }],
  ["success without the resource", ok({})],
  ["a resource without an id", ok({ token: { ...token, id: undefined } })],
  ["a token that does not say whether it can be charged", ok({ token: { ...token, is_chargeable: null } })],
])("%s is an UnavailableError under any status", async (_name, answer) => {
  const error = await failureOf(answer);
  expect(error).toBeInstanceOf(UnavailableError);
  expect(error.cause).toBeUndefined();
  expect(error.message).not.toContain("4242");
});

it("the error names the missing field of a response", async () => {
  const error = await failureOf(ok({ token: { ...token, is_chargeable: null } }));
  expect(error.message).toContain("without a usable token.is_chargeable");
  expect(error.isRetryable).toBe(false);
});
