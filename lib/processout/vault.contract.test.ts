import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshKey, type Sandbox, startSandbox } from "./contract-sandbox";
import { AuthenticationError, CardRejectedError, InvalidRequestError, NotFoundError } from "./errors";
import type { Customer, ProcessOut, Token } from "./index";

let sandbox: Sandbox;
let processout: ProcessOut;

beforeAll(async () => {
  sandbox = await startSandbox();
  processout = sandbox.client();
}, 30_000);
afterAll(() => sandbox?.stop());

const newCustomer = (): Promise<Customer> =>
  processout.customers.create({ email: "ann@example.com" }, freshKey());

async function newToken(customer: Customer, scenario = "visa", verify = false): Promise<Token> {
  const source = await sandbox.card(scenario);
  const { token } = await processout.tokens.create(customer.id, { source, verify }, freshKey());
  return token;
}

async function all(list: AsyncIterable<Token>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
}

describe("customers", () => {
  it("a customer is created with all details and found again", async () => {
    const input = {
      email: "ann@example.com",
      first_name: "Ann",
      last_name: "Lee",
      address1: "1 Quay Street",
      city: "Whitby",
      zip: "YO21",
      country_code: "GB",
      phone: { number: "1947600000", dialing_code: "+44" },
      currency: "GBP",
      reference_id: "user-42",
      metadata: { shop: "coffee" },
    };
    const created = await processout.customers.create(input, freshKey());
    expect(created).toMatchObject({
      ...input,
      phone: { number: "1947600000" },
      sandbox: true,
      default_token_id: null,
    });
    expect(created.id).toMatch(/^cust_\w{32}$/);
    expect(await processout.customers.find(created.id)).toMatchObject({ ...input, phone: created.phone });
  });

  it("a customer can be created without details", async () => {
    const created = await processout.customers.create({}, freshKey());
    expect(created.metadata).toEqual({});
  });

  it("a customer is updated and keeps omitted fields", async () => {
    const { id } = await processout.customers.create(
      { email: "ann@example.com", city: "Whitby" },
      freshKey(),
    );
    const updated = await processout.customers.update(id, { city: "Robin Hood's Bay" }, freshKey());
    expect(updated).toMatchObject({ id, email: "ann@example.com", city: "Robin Hood's Bay" });
  });

  it("are gone once deleted", async () => {
    const { id } = await newCustomer();
    await processout.customers.delete(id, freshKey());
    const missing = { status: 404, code: "resource.customer.not-found" };
    await expect(processout.customers.find(id)).rejects.toMatchObject(missing);
    await expect(processout.customers.update(id, {}, freshKey())).rejects.toMatchObject(missing);
    await expect(processout.customers.delete(id, freshKey())).rejects.toBeInstanceOf(NotFoundError);
  });

  it("an invalid customer is rejected with the name of the field", async () => {
    const refused = processout.customers.create({ email: "not an address" }, freshKey());
    await expect(refused).rejects.toBeInstanceOf(InvalidRequestError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: "request.validation.invalid-email" });
  });
});

describe("tokens", () => {
  it("a token created without verification is chargeable at once", async () => {
    const token = await newToken(await newCustomer());
    expect(token).toMatchObject({ type: "card", verification_status: "not-requested", is_chargeable: true });
    expect(token.card).toMatchObject({ scheme: "visa", last_4_digits: "4242" });
  });

  it("a token created with `verify` waits for a card", async () => {
    const { id } = await newCustomer();
    const urls = {
      invoice_return_url: "https://shop.example/back",
      webhook_url: "https://shop.example/hook",
    };
    const created = await processout.tokens.create(
      id,
      { verify: true, metadata: { a: "b" }, ...urls },
      freshKey(),
    );
    expect(created.customerAction).toBeUndefined();
    expect(created.token).toMatchObject({
      type: "pending",
      verification_status: "pending",
      is_chargeable: false,
    });
    expect(created.token.metadata).toEqual({ a: "b" });

    const source = await sandbox.card("visa");
    await processout.tokens.update(id, created.token.id, { source }, freshKey());
    const verified = await processout.tokens.find(id, created.token.id, { expand: ["card"] });
    expect(verified).toMatchObject({ verification_status: "success", is_chargeable: true, card_id: source });
  });

  it("a token asks for 3-D Secure when its card requires it", async () => {
    const { id } = await newCustomer();
    const { token } = await processout.tokens.create(id, { verify: true }, freshKey());
    const attach = { source: await sandbox.card("challenge"), enable_three_d_s_2: true };
    const { customerAction } = await processout.tokens.update(id, token.id, attach, freshKey());
    expect(customerAction).toMatchObject({ type: "fingerprint", value: expect.stringMatching(/^http/) });
    expect(await processout.tokens.find(id, token.id)).toMatchObject({ is_chargeable: false });
  });

  it("a declined card is rejected", async () => {
    const { id } = await newCustomer();
    const input = { source: await sandbox.card("do-not-honor"), verify: true };
    const declined = processout.tokens.create(id, input, freshKey());
    await expect(declined).rejects.toBeInstanceOf(CardRejectedError);
    await expect(declined).rejects.toMatchObject({
      status: 410,
      code: "card.do-not-honor",
      isRetryable: false,
    });
  });

  it("a card id can be used once", async () => {
    const customer = await newCustomer();
    const source = await sandbox.card("visa");
    await processout.tokens.create(customer.id, { source }, freshKey());
    const again = processout.tokens.create(customer.id, { source }, freshKey());
    await expect(again).rejects.toMatchObject({ status: 400, code: "request.source.card-already-used" });
  });

  it("tokens are listed newest first across pages, and the newest is the default", async () => {
    const customer = await newCustomer();
    const made: string[] = [];
    for (const scenario of ["visa", "mastercard", "amex"])
      made.unshift((await newToken(customer, scenario)).id);
    expect(await all(processout.tokens.list(customer.id, { pageSize: 2 }))).toEqual(made);
    expect(await all(processout.tokens.list(customer.id, { pageSize: 1, order: "asc" }))).toEqual(
      made.toReversed(),
    );
    expect(await processout.customers.find(customer.id)).toMatchObject({ default_token_id: made[0] });

    await processout.customers.update(customer.id, { default_token_id: made[2] ?? "" }, freshKey());
    const chosen = await processout.tokens.find(customer.id, made[2] ?? "");
    expect(chosen.is_default).toBe(true);
  });

  it("the list of a customer without tokens is empty", async () => {
    expect(await all(processout.tokens.list((await newCustomer()).id))).toEqual([]);
  });

  it("a token belongs to one customer, and is not found once deleted", async () => {
    const customer = await newCustomer();
    const token = await newToken(customer);
    await expect(processout.tokens.find((await newCustomer()).id, token.id)).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await processout.tokens.delete(customer.id, token.id, freshKey());
    const missing = { status: 404, code: "resource.token.not-found" };
    await expect(processout.tokens.find(customer.id, token.id)).rejects.toMatchObject(missing);
    expect(await all(processout.tokens.list(customer.id))).toEqual([]);
  });
});

describe("cards and events", () => {
  it("a card is found by its id", async () => {
    const id = await sandbox.card("carte-bancaire");
    const card = await processout.cards.find(id);
    expect(card).toMatchObject({ id, scheme: "carte bancaire", co_scheme: "visa" });
    expect(card.exp_year).toBeGreaterThan(2025);
    await expect(processout.cards.find("card_unknown")).rejects.toMatchObject({
      code: "resource.card.not-found",
    });
  });

  it("an event that ProcessOut did not send is not found", async () => {
    await expect(processout.events.find("ev_forged")).rejects.toMatchObject({
      code: "resource.event.not-found",
    });
  });
});

describe("access", () => {
  it("a call with a wrong key is rejected", async () => {
    const stranger = sandbox.client({ privateKey: "key_sandbox_wrong" });
    const refused = stranger.customers.create({}, freshKey());
    await expect(refused).rejects.toBeInstanceOf(AuthenticationError);
    await expect(refused).rejects.toMatchObject({ status: 401, code: "request.authentication.invalid" });
  });

  it("an id cannot change the path of a call", async () => {
    await expect(processout.customers.find("../events")).rejects.toBeInstanceOf(NotFoundError);
    await expect(processout.cards.find("card_1/../../customers")).rejects.toBeInstanceOf(NotFoundError);
  });
});
