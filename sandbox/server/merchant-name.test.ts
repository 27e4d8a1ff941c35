import { expect, test } from "vitest";
import { createSandbox } from "../index";
import { createCaller, part } from "../test-support/caller";

test.each([
  [{}, "Your shop"],
  [{ merchantName: "Bakery & Sons" }, "Bakery &amp; Sons"],
])("the bank's page calls the shop by its name: %j", async (options, name) => {
  const sandbox = await createSandbox(options);
  const call = createCaller(sandbox.url);
  const customer = part(await call("POST", "/customers", {}), "customer").id;
  const { id: source } = part(await call("POST", "/_sandbox/cards", { scenario: "v1-only" }), "card");
  const asked = await call("POST", `/customers/${customer}/tokens`, { source, verify: true });
  const page = await (await fetch(asked.action?.value ?? "")).text();
  expect(page).toContain(name);
  await sandbox.close();
});
