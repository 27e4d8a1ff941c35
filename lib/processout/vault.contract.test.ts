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
  it("are created with everything the shop knows, and found again", async () => {
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

  it("may be empty", async () => {
    const created = await processout.customers.create({}, freshKey());
    expect(created.metadata).toEqual({});
  });

  it("are updated, keeping what was not given", async () => {
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

  it("are refused with the field that is wrong", async () => {
    const refused = processout.customers.create({ email: "not an address" }, freshKey());
    await expect(refused).rejects.toBeInstanceOf(InvalidRequestError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: "request.validation.invalid-email" });
  });
});

describe("tokens", () => {
  it("made from a card without verification can be charged at once", async () => {
    const token = await newToken(await newCustomer());
    expect(token).toMatchObject({ type: "card", verification_status: "not-requested", is_chargeable: true });
    expect(token.card).toMatchObject({ scheme: "visa", last_4_digits: "4242" });
  });

  it("made to be verified later wait for a card", async () => {
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

  it("ask for 3-D Secure when the card does", async () => {
    const { id } = await newCustomer();
    const { token } = await processout.tokens.create(id, { verify: true }, freshKey());
    const attach = { source: await sandbox.card("challenge"), enable_three_d_s_2: true };
    const { customerAction } = await processout.tokens.update(id, token.id, attach, freshKey());
    expect(customerAction).toMatchObject({ type: "fingerprint", value: expect.stringMatching(/^http/) });
    expect(await processout.tokens.find(id, token.id)).toMatchObject({ is_chargeable: false });
  });

  it("reject a card the bank declines", async () => {
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

  it("take a card once", async () => {
    const customer = await newCustomer();
    const source = await sandbox.card("visa");
    await processout.tokens.create(customer.id, { source }, freshKey());
    const again = processout.tokens.create(customer.id, { source }, freshKey());
    await expect(again).rejects.toMatchObject({ status: 400, code: "request.source.card-already-used" });
  });

  it("are listed newest first, page after page, and become the default as they come", async () => {
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

  it("of a customer without any are an empty list", async () => {
    expect(await all(processout.tokens.list((await newCustomer()).id))).toEqual([]);
  });

  it("are gone once deleted, and belong to one customer", async () => {
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
  it("show the card behind an id", async () => {
    const id = await sandbox.card("carte-bancaire");
    const card = await processout.cards.find(id);
    expect(card).toMatchObject({ id, scheme: "carte bancaire", co_scheme: "visa" });
    expect(card.exp_year).toBeGreaterThan(2025);
    await expect(processout.cards.find("card_nobody")).rejects.toMatchObject({
      code: "resource.card.not-found",
    });
  });

  it("know no event that ProcessOut did not send", async () => {
    await expect(processout.events.find("ev_forged")).rejects.toMatchObject({
      code: "resource.event.not-found",
    });
  });
});

describe("access", () => {
  it("needs the right key", async () => {
    const stranger = sandbox.client({ privateKey: "key_sandbox_wrong" });
    const refused = stranger.customers.create({}, freshKey());
    await expect(refused).rejects.toBeInstanceOf(AuthenticationError);
    await expect(refused).rejects.toMatchObject({ status: 401, code: "request.authentication.invalid" });
  });

  it("never leaves the path it was given", async () => {
    await expect(processout.customers.find("../events")).rejects.toBeInstanceOf(NotFoundError);
    await expect(processout.cards.find("card_1/../../customers")).rejects.toBeInstanceOf(NotFoundError);
  });
});
