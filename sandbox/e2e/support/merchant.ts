import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIRequestContext, expect, type FrameLocator, type Page } from "@playwright/test";
import { test as base } from "./pages-on-failure";

export const sandbox = process.env.PROCESSOUT_API_URL ?? "http://127.0.0.1:4242";
export const projectID = process.env.PROCESSOUT_PROJECT_ID ?? "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";
const privateKey = process.env.PROCESSOUT_PRIVATE_KEY ?? "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB";

/** A shop without a framework: hosted fields, a button, and a line that says how it ended. */
const pageHtml = (containers: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title>
<link rel="stylesheet" href="/shop.css"></head>
<body><main><h1>Save a card</h1><form id="card">${containers}<button>Save</button></form><p><output id="result"></output></p></main>
<script src="${sandbox}/processout.js"></script><script src="/shop.js"></script></body></html>`;

const pageScript = `
const given = new URLSearchParams(location.search);
const client = new ProcessOut.ProcessOut(${JSON.stringify(projectID)});
const form = document.getElementById("card");
const result = document.getElementById("result");
const say = (text) => { result.textContent += text + ";"; };
const options = JSON.parse(given.get("options") || "{}");
const failed = (error) => say("failed " + error.code + (error.metadata ? " " + JSON.stringify(error.metadata) : ""));
window.events = [];
window.messages = [];
window.addEventListener("message", (event) => window.messages.push(event.data));
const verify = (card) => client.makeCardToken(card, given.get("customer"), given.get("token"), {},
  (id) => say("saved " + id), failed);
const ready = (fields) => {
  fields.getNumberField()?.on("input", (data) => window.events.push(data));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    result.textContent = "";
    if (given.has("refresh")) return client.refreshCVC(given.get("refresh"), fields, (id) => say("refreshed " + id), failed);
    client.tokenize(fields, { name: "Ada Lovelace" }, (card) => {
      sessionStorage.setItem("card", card);
      if (given.has("token")) verify(card); else say("card " + card);
    }, failed);
  });
  form.dataset.ready = "yes";
};
if (given.has("resume")) verify(sessionStorage.getItem("card"));
else if (given.has("refresh")) client.setupFormCVC(form, options, ready, failed);
else client.setupForm(form, options, ready, failed);
`;

const pageStyle = `body { font: 16px system-ui; margin: 0; } main { max-width: 420px; margin: auto; padding: 16px; }
[data-processout-input] { border: 1px solid #888; border-radius: 8px; padding: 10px 12px; margin: 8px 0; }`;

export const joined = `<div data-processout-input="cc-number"></div><div data-processout-input="cc-exp"></div><div data-processout-input="cc-cvc"></div>`;
export const split = `<div data-processout-input="cc-number"></div><div data-processout-input="cc-exp-month"></div><div data-processout-input="cc-exp-year"></div><div data-processout-input="cc-cvc"></div>`;
export const cvcOnly = `<div data-processout-input="cc-cvc"></div>`;

type Shop = {
  url: string;
  /** Every body and address that the shop's own server was sent. */
  received: string[];
};

type Saved = { verification_status: string; is_chargeable: boolean; card_id: string | null };
type Card = { last_4_digits: string; exp_month: number; exp_year: number } & Record<string, unknown>;

export type Merchant = {
  shop: Shop;
  numberOf(scenario: string): string;
  createToken(returnUrl?: string): Promise<{ customer: string; token: string }>;
  getToken(customer: string, token: string): Promise<Saved>;
  createInvoice(amount: string): Promise<string>;
  getCard(id: string): Promise<Card>;
  open(query: Record<string, string>, containers?: string): Promise<void>;
  /** Types a test card into the fields and presses Save. */
  save(scenario: string): Promise<void>;
};

export const field = (page: Page, input: string): FrameLocator =>
  page.frameLocator(`[data-processout-input=cc-${input}] iframe`);

function startShop(): Promise<{ server: Server; shop: Shop; show(html: string): void }> {
  const received: string[] = [];
  let html = "";
  const server = createServer(async (request, response) => {
    received.push(`${request.method} ${request.url}`);
    for await (const chunk of request) received.push(String(chunk));
    const answers: Record<string, [type: string, content: string]> = {
      "/shop.js": ["text/javascript", pageScript],
      "/shop.css": ["text/css", pageStyle],
    };
    const [type, content] = answers[request.url ?? ""] ?? ["text/html", html];
    // As strict as a shop can be: nothing inline, and no inline style attributes either.
    const policy = `default-src 'none'; script-src 'self' ${sandbox}; style-src 'self'; connect-src ${sandbox}; frame-src ${sandbox}; img-src ${sandbox}`;
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy });
    response.end(content);
  });
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
      const show = (next: string) => {
        html = next;
      };
      resolve({ server, shop: { url, received }, show });
    });
  });
}

async function call(request: APIRequestContext, method: string, path: string, data?: unknown) {
  const Authorization = `Basic ${Buffer.from(`${projectID}:${privateKey}`).toString("base64")}`;
  const response = await request.fetch(`${sandbox}${path}`, { method, data, headers: { Authorization } });
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
  return response.json();
}

/** A shop of its own, customer and token for each test. */
export const test = base.extend<{ merchant: Merchant }>({
  merchant: async ({ page, request }, use) => {
    const { server, shop, show } = await startShop();
    const { scenarios } = await (await request.get(`${sandbox}/_sandbox/scenarios`)).json();
    const numbers = new Map<string, string>(
      scenarios.map((scenario: { name: string; number: string }) => [scenario.name, scenario.number]),
    );
    const numberOf = (scenario: string) => {
      const number = numbers.get(scenario);
      if (!number) throw new Error(`No test card is called ${scenario}`);
      return number;
    };
    await use({
      shop,
      numberOf,
      async createToken(returnUrl) {
        const { customer } = await call(request, "POST", "/customers", { first_name: "Ada" });
        const input = { verify: true, invoice_return_url: returnUrl };
        const { token } = await call(request, "POST", `/customers/${customer.id}/tokens`, input);
        return { customer: customer.id, token: token.id };
      },
      getToken: async (customer, token) =>
        (await call(request, "GET", `/customers/${customer}/tokens/${token}`)).token,
      async createInvoice(amount) {
        const input = { name: "Beans", amount, currency: "EUR" };
        return (await call(request, "POST", "/invoices", input)).invoice.id;
      },
      getCard: async (id) => (await call(request, "GET", `/cards/${id}`)).card,
      async open(query, containers = joined) {
        show(pageHtml(containers));
        await page.goto(`${shop.url}?${new URLSearchParams(query)}`);
        await expect(page.locator("form[data-ready]")).toBeVisible();
      },
      async save(scenario) {
        await field(page, "number").getByLabel("Card number").fill(numberOf(scenario));
        await field(page, "exp").getByLabel("Expiry date").fill("12 / 34");
        await field(page, "cvc").getByLabel("CVC").fill("123");
        await page.getByRole("button", { name: "Save" }).click();
      },
    });
    server.closeAllConnections();
    server.close();
  },
});

export { expect };
