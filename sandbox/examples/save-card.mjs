// The official Node SDK, 11.0. `require("processout")` is a namespace since version 6, not the class itself.
import processout from "processout";

const api = process.env.PROCESSOUT_API_URL ?? "http://127.0.0.1:4242";
const client = new processout.ProcessOut(
  process.env.PROCESSOUT_PROJECT_ID ?? "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
  process.env.PROCESSOUT_PRIVATE_KEY ?? "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
);
client.setHost(api);

// 1. A customer: give all you know, nothing is required. Keep the id.
const customer = await client.newCustomer().create({
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada@example.com",
  metadata: { shopper: "42" },
});
console.log("customer", customer.getId());

// 2a. A token from a card. It can be charged at once.
const token = await client.newToken().create({ customer_id: customer.getId(), source: await newCard() });
console.log("token", token.getId(), token.getVerificationStatus());

// 2b. An empty token that will be verified as soon as it has a card.
const empty = await client.newToken().create({
  customer_id: customer.getId(),
  verify: true,
  invoice_return_url: "https://shop.example/return",
});

// 3. The browser or the phone attaches the card (verify-card.html). Then the server reads what came of it.
const read = await client.newToken().find(customer.getId(), empty.getId());
console.log("to verify", read.getId(), read.getVerificationStatus());

// 4. List and delete. This SDK turns lists round: the first one here is the oldest.
const tokens = await customer.fetchTokens();
await tokens[0].delete();
console.log("deleted", tokens[0].getId());

try {
  await client.newCustomer().find("bad");
} catch (error) {
  console.log(error.code); // resource.customer.not-found
}

/** A fresh card id, as a browser would send it. Only the sandbox has this. */
async function newCard() {
  const response = await fetch(`${api}/_sandbox/cards`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ scenario: "visa" }),
  });
  return (await response.json()).card.id;
}
