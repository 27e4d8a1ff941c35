import { expect, projectID, sandbox, test } from "./support/merchant";

// The official script asks for everything under ProcessOut's names. Here they all lead to the sandbox.

const setup = {
  namespace: "processout.field",
  projectID,
  action: "setup",
  formID: "form1",
  data: { type: "number", enableCardSchemeSelection: true },
};

const page = `<script>
addEventListener("message", ({ data, source }) => {
  if (JSON.parse(data).action === "alive") source.postMessage(${JSON.stringify(JSON.stringify(setup))}, "*");
});
</script><iframe src="https://js.processout.com/ccfield.html?r=num#num"></iframe>`;

test("@sandbox a field under ProcessOut's own name asks the API under its own name", async ({
  page: shop,
  merchant,
}) => {
  const asked: string[] = [];
  await shop.route(/^https:\/\/(api|js)\.processout\.com\//, async (route) => {
    const request = route.request();
    const { host, pathname, search } = new URL(request.url());
    asked.push(`${request.method()} ${host}${pathname}`);
    await route.fulfill({ response: await route.fetch({ url: sandbox + pathname + search }) });
  });
  await shop.setContent(page);
  const field = shop.frameLocator("iframe");
  await field.getByLabel("Card number").fill(merchant.numberOf("carte-bancaire"));
  await expect(field.getByRole("radio")).toHaveCount(2);
  expect(asked).toContain("GET api.processout.com/iins/436000");
  await shop.unrouteAll({ behavior: "ignoreErrors" });
});
