import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLE, part, type Wire } from "../../test-support/caller";
import { openShop, type Shop } from "../../test-support/shop-fixture";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const get = (path: string) => shop.server("GET", path);

describe("the one gateway configuration", () => {
  test("a paid transaction names the gateway configuration", async () => {
    const paid = await shop.server("POST", `/invoices/${await shop.invoice()}/capture`, {
      source: await shop.card("visa"),
    });
    const id = part(paid, "transaction").gateway_configuration_id as string;
    const shown = await get(`/gateway-configurations/${id}?expand=gateway,project`);
    // Numbers and text as the Go SDK reads them.
    expect(part(shown, "gateway_configuration")).toMatchObject({
      id,
      gateway_id: 1,
      gateway: { id: "1", name: "sandbox" },
      project: { name: "Your shop" },
    });
  });

  test("every list of gateway configurations has exactly one", async () => {
    const lists = ["/gateway-configurations", "/gateways/sandbox/gateway-configurations"];
    for (const path of [...lists, `/projects/${EXAMPLE.projectId}/gateway-configurations`]) {
      const { body } = await get(path);
      const [only] = body.gateway_configurations as Wire[];
      expect(body).toMatchObject({ success: true, count: 1, has_more: false, total_count: 1 });
      expect((await get(`${path}?start_after=${only?.id}`)).body.gateway_configurations).toEqual([]);
    }
  });

  test.each([
    ["GET", "/gateway-configurations/gway_conf_x", 404, "resource.gateway-configuration.not-found"],
    ["GET", "/gateways/adyen/gateway-configurations", 404, "resource.gateway.not-found"],
    ["POST", "/gateways/sandbox/gateway-configurations", 400, "sandbox.not-supported"],
    ["PUT", "/gateway-configurations/gway_conf_x", 400, "sandbox.not-supported"],
  ])("%s %s: %i %s", async (method, path, status, error) => {
    expect(await shop.server(method, path)).toMatchObject({ status, error });
  });

  test("a browser's list of gateway configurations is not supported", async () => {
    expect(await shop.client("GET", "/gateway-configurations")).toMatchObject({
      status: 400,
      error: "sandbox.not-supported",
    });
  });
});

test("a project can fetch itself under its id and under its credential", async () => {
  const id = EXAMPLE.projectId.replace("test-", "");
  for (const own of [id, EXAMPLE.projectId]) {
    const project = part(await get(`/projects/${own}?expand=gateway_configurations`), "project");
    expect(project).toMatchObject({ id, gateway_configurations: [{ name: "Sandbox" }] });
  }
  expect(await get("/projects/proj_x")).toMatchObject({ status: 404, error: "resource.project.not-found" });
  expect(await shop.server("PUT", `/projects/${id}`, {})).toMatchObject({ error: "sandbox.not-supported" });
});

describe("what a resource points to can be expanded", () => {
  test("a refund expands its transaction, and a card its token", async () => {
    const customer = await shop.customer();
    const token = await shop.token(customer, "visa");
    const paid = await shop.server("POST", `/invoices/${await shop.invoice()}/capture`, { source: token });
    const { id, card_id } = part(paid, "transaction");
    const path = `/transactions/${id}/refunds`;
    const made = part(await shop.server("POST", path, { amount: "1", expand: ["transaction"] }), "refund");
    expect(made).toMatchObject({ amount: "1", transaction: { id, status: "partially-refunded" } });
    const { refunds } = (await get(`${path}?expand=transaction.card`)).body;
    expect(refunds).toMatchObject([{ transaction: { id, card: { id: card_id } } }]);
    expect(part(await get(`/cards/${card_id}?expand=token`), "card")).toMatchObject({ token: { id: token } });
  });

  test("sub-resources that the sandbox never has expand to null", async () => {
    const id = await shop.invoice();
    const names = "subscription,external_three_d_s_gateway_configuration";
    const { body } = await get(`/invoices/${id}/transactions?expand=${names}`);
    expect(body.transaction).toMatchObject({
      subscription: null,
      external_three_d_s_gateway_configuration: null,
    });
    expect(part(await get(`/invoices/${id}?expand=subscription`), "invoice").subscription).toBeNull();
  });
});
