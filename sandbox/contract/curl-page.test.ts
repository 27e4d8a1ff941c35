import { afterAll, beforeAll, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { createCaller, EXAMPLE, part, type Wire } from "../test-support/caller";
import { basic } from "./sdks/call";
import { send } from "./sdks/send";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ strict: true });
});
afterAll(() => sandbox.close());

/** What `curl -X METHOD url -u project:key -d …` sends: with data, a form, even without any header of ours. */
async function curl(method: string, target: string, ...data: string[]) {
  const headers: Record<string, string> = {
    Authorization: basic(EXAMPLE.projectId, EXAMPLE.key),
    "User-Agent": "curl/8.5.0",
    Accept: "*/*",
  };
  if (data.length > 0) headers["Content-Type"] = "application/x-www-form-urlencoded";
  const reply = await send(sandbox.url, {
    method,
    target,
    headers,
    body: data.length > 0 ? data.join("&") : undefined,
  });
  return { status: reply.status, body: JSON.parse(reply.text) as Wire };
}

it("the curl commands of ProcessOut's page about saving a card work with only the host changed", async () => {
  const made = await curl(
    "POST",
    "/customers",
    "first_name=Ada",
    "last_name=Lovelace",
    "email=ada@example.com",
  );
  const customer = part(made, "customer");
  expect(customer).toMatchObject({ first_name: "Ada", email: "ada@example.com" });

  const newCard = await createCaller(sandbox.url)("POST", "/_sandbox/cards", { scenario: "challenge" });
  const source = part(newCard, "card").id;
  const tokens = `/customers/${customer.id}/tokens`;

  const plain = await curl("POST", tokens, `source=${source}`);
  expect(plain.body.token).toMatchObject({ verification_status: "not-requested", is_chargeable: true });

  const verified = await curl(
    "POST",
    tokens,
    "verify=true",
    "invoice_return_url=https://shop.example/return",
    "metadata[skip_processoutjs]=true",
  );
  expect(verified.body.token).toMatchObject({ verification_status: "pending", is_chargeable: false });

  const listed = await curl("GET", tokens);
  expect((listed.body.tokens as Wire[]).map(({ id }) => id)).toEqual([
    part(verified, "token").id,
    part(plain, "token").id,
  ]);

  const gone = await curl("DELETE", `${tokens}/${part(plain, "token").id}`);
  expect(gone).toEqual({ status: 200, body: { success: true } });
  expect((await curl("GET", tokens)).body).toMatchObject({ count: 1 });
});

it("a customer may be created without any data", async () => {
  expect((await curl("POST", "/customers")).body.customer).toMatchObject({ email: null });
});
