import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshKey, type Sandbox, startSandbox } from "./contract-sandbox";
import { CardRejectedError, InvalidRequestError } from "./errors";
import type { Invoice, InvoiceInput, ProcessOut } from "./index";

let sandbox: Sandbox;
let processout: ProcessOut;

beforeAll(async () => {
  sandbox = await startSandbox();
  processout = sandbox.client();
}, 30_000);
afterAll(() => sandbox?.stop());

const newInvoice = (input: Partial<InvoiceInput> = {}): Promise<Invoice> =>
  processout.invoices.create(
    { name: "Harbour blend", amount: "29.00", currency: "EUR", ...input },
    freshKey(),
  );

async function savedCard(scenario = "visa") {
  const customer = await processout.customers.create({}, freshKey());
  const input = { source: await sandbox.card(scenario) };
  const { token } = await processout.tokens.create(customer.id, input, freshKey());
  return { customer, token };
}

async function authorized() {
  const { customer, token } = await savedCard();
  const invoice = await newInvoice({ customer_id: customer.id });
  const { transaction } = await processout.invoices.authorize(invoice.id, { source: token.id }, freshKey());
  return { customer, invoice, token, transaction };
}

describe("an invoice", () => {
  it("a new invoice is found and has a transaction", async () => {
    const invoice = await newInvoice({ initiation_type: "cit", require_backend_capture: true });
    expect(await processout.invoices.find(invoice.id)).toMatchObject({ id: invoice.id, currency: "EUR" });
    expect(Number(invoice.amount)).toBe(29);
    const transaction = await processout.transactions.findByInvoice(invoice.id);
    expect(transaction).toMatchObject({
      id: invoice.transaction_id,
      invoice_id: invoice.id,
      status: "waiting",
    });
  });

  it("an unpaid invoice can be deleted", async () => {
    const { id } = await newInvoice();
    await processout.invoices.delete(id, freshKey());
    await expect(processout.invoices.find(id)).rejects.toMatchObject({ code: "resource.invoice.not-found" });
  });

  it("an invoice needs an amount in decimal text", async () => {
    const refused = newInvoice({ amount: "twenty" });
    await expect(refused).rejects.toBeInstanceOf(InvalidRequestError);
    await expect(refused).rejects.toMatchObject({ code: "request.validation.invalid-amount" });
  });
});

describe("a saved card", () => {
  it("a saved card is authorized, then captured", async () => {
    const { invoice, token, transaction } = await authorized();
    expect(transaction).toMatchObject({
      status: "authorized",
      authorized: true,
      captured: false,
      token_id: token.id,
    });
    const charge = await processout.invoices.capture(invoice.id, { source: token.id }, freshKey());
    expect(charge.transaction).toMatchObject({ status: "completed", captured: true, currency: "EUR" });
    expect(Number(charge.transaction?.captured_amount)).toBe(29);
  });

  it("a saved card is charged off-session with the series' first scheme transaction id", async () => {
    const { customer, token, transaction } = await authorized();
    const invoice = await newInvoice({
      customer_id: customer.id,
      initiation_type: "mit",
      payment_intent: "recurring-subscription",
      merchant_initiator_type: "recurring",
    });
    const input = { source: token.id, initial_scheme_transaction_id: transaction?.scheme_id ?? "" };
    const charge = await processout.invoices.capture(invoice.id, input, freshKey());
    expect(charge.transaction).toMatchObject({ status: "completed", token_id: token.id });
  });

  it("a decline has the issuer's reason, which the transaction keeps", async () => {
    const { customer, token } = await savedCard("verifies-then-fails");
    const invoice = await newInvoice({ customer_id: customer.id });
    const declined = processout.invoices.authorize(invoice.id, { source: token.id }, freshKey());
    await expect(declined).rejects.toBeInstanceOf(CardRejectedError);
    await expect(declined).rejects.toMatchObject({ status: 410, code: "card.declined" });
    const transaction = await processout.transactions.findByInvoice(invoice.id);
    expect(transaction).toMatchObject({ status: "failed", error_code: "card.declined" });
  });

  it("an authorization is voided", async () => {
    const { invoice } = await authorized();
    const transaction = await processout.invoices.void(invoice.id, {}, freshKey());
    expect(transaction).toMatchObject({ status: "voided", voided: true });
  });
});

describe("a captured payment", () => {
  it("a captured payment is refunded in part, then in full, then no more", async () => {
    const { invoice, token } = await authorized();
    const { transaction } = await processout.invoices.capture(invoice.id, { source: token.id }, freshKey());
    await processout.invoices.refund(invoice.id, { amount: "9.00", reason: "customer_request" }, freshKey());
    await processout.invoices.refund(invoice.id, {}, freshKey());
    const tooMuch = processout.invoices.refund(invoice.id, { amount: "0.01" }, freshKey());
    await expect(tooMuch).rejects.toMatchObject({ status: 400, code: "request.validation.invalid-amount" });

    const id = transaction?.id ?? "";
    const refunds: number[] = [];
    for await (const refund of processout.transactions.listRefunds(id)) refunds.push(Number(refund.amount));
    expect(refunds.sort()).toEqual([20, 9]);
    expect(await processout.transactions.find(id)).toMatchObject({ status: "refunded", refunded: true });
  });

  it("a captured payment is listed with its customer", async () => {
    const { customer, transaction } = await authorized();
    const ids: string[] = [];
    for await (const { id } of processout.transactions.listByCustomer(customer.id)) ids.push(id);
    expect(ids).toContain(transaction?.id);
  });
});

describe("3-D Secure", () => {
  it("3-D Secure is requested when the issuer requires it", async () => {
    const invoice = await newInvoice();
    const input = { source: await sandbox.card("challenge"), enable_three_d_s_2: true };
    const action = await processout.invoices.authenticate(invoice.id, input, freshKey());
    expect(action).toMatchObject({ type: "fingerprint", value: expect.stringMatching(/^http/) });
    const charge = await processout.invoices.authorize(
      (await newInvoice()).id,
      { source: await sandbox.card("challenge"), enable_three_d_s_2: true },
      freshKey(),
    );
    expect(charge.customerAction).toMatchObject({ type: "fingerprint" });
  });
});
