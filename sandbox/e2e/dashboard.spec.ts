import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test as base } from "./support/pages-on-failure";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const projectID = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";
const privateKey = "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB";

type Sandbox = {
  url: string;
  numberOf(scenario: string): Promise<string>;
  call(
    method: string,
    path: string,
    data?: unknown,
  ): Promise<{ status: number; body: Record<string, { id: string }> }>;
};

/** One sandbox per test: the tests move its clock, inject faults and reset it. */
const test = base.extend<{ sandbox: Sandbox }>({
  sandbox: async ({ request }, use) => {
    const data = await mkdtemp(join(tmpdir(), "sandbox-dashboard-"));
    const child = spawn(process.execPath, ["--import", "tsx", MAIN, "--port", "0", "--data", data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(child.stdout, "data");
    const url = String(line).replace("Ready: ", "").trim();
    const headers = { Authorization: `Basic ${btoa(`${projectID}:${privateKey}`)}` };
    await use({
      url,
      async numberOf(scenario) {
        const { scenarios } = await (await request.get(`${url}/_sandbox/scenarios`)).json();
        return scenarios.find(({ name }: { name: string }) => name === scenario).number;
      },
      async call(method, path, body) {
        const answer = await request.fetch(url + path, {
          method,
          data: body,
          headers,
          failOnStatusCode: false,
        });
        return { status: answer.status(), body: await answer.json() };
      },
    });
    child.kill("SIGTERM");
    await once(child, "exit");
    await rm(data, { recursive: true, force: true });
  },
});

test.describe("@sandbox dashboard", () => {
  test("the dashboard finds a customer by any field and follows links", async ({ page, sandbox }) => {
    await sandbox.call("POST", "/customers", { first_name: "Grace", last_name: "Hopper" });
    const { body } = await sandbox.call("POST", "/customers", {
      first_name: "Ada",
      email: "ada@example.com",
      metadata: { loyalty: "gold-7781" },
    });
    const customer = body.customer?.id ?? "";
    const token =
      (await sandbox.call("POST", `/customers/${customer}/tokens`, { verify: true })).body.token?.id ?? "";
    await page.goto(`${sandbox.url}/_sandbox/`);
    const rows = page.getByRole("table", { name: "Customers" }).locator("tbody tr");
    await expect(rows).toHaveCount(2);
    await page.keyboard.press("/");
    await page.keyboard.type("gold-7781");
    await expect(rows).toHaveCount(1);
    await rows.first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: customer })).toBeVisible();
    await page.getByRole("table", { name: "Tokens" }).getByRole("link", { name: token }).click();
    await expect(page.getByRole("heading", { name: token })).toBeVisible();
    await page.getByRole("definition").getByRole("link", { name: customer }).click();
    await expect(page.getByRole("heading", { name: customer })).toBeVisible();
  });

  test("the dashboard shows requests as they happen, without secrets", async ({ page, sandbox }) => {
    await page.goto(`${sandbox.url}/_sandbox/#/requests`);
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    const number = await sandbox.numberOf("visa");
    await sandbox.call("POST", "/cards", {
      number,
      exp_month: 12,
      exp_year: 34,
      cvc2: "987",
    });
    const line = page.getByRole("button", { name: /POST \/cards/ });
    await line.click();
    await expect(page.getByRole("region", { name: "Request" })).toContainText("•••");
    await expect(page.locator("body")).not.toContainText(number);
  });

  test("the dashboard injects and removes a fault", async ({ page, sandbox }) => {
    await page.goto(`${sandbox.url}/_sandbox/#/faults`);
    await page.getByLabel("Match").fill("POST /customers");
    await page.getByLabel("HTTP status").fill("503");
    await page.getByRole("button", { name: "Inject" }).click();
    await expect(page.getByRole("table", { name: "Faults" })).toContainText("POST /customers");
    expect((await sandbox.call("POST", "/customers", {})).status).toBe(503);
    await page.getByRole("button", { name: "Remove all" }).click();
    await expect(page.getByText("No faults.")).toBeVisible();
    expect((await sandbox.call("POST", "/customers", {})).status).toBe(200);
  });

  test("the dashboard moves the clock", async ({ page, sandbox }) => {
    await page.goto(`${sandbox.url}/_sandbox/#/clock`);
    await page.getByRole("button", { name: "+1 day" }).click();
    await expect(page.getByText("1 d 0 h ahead of real time")).toBeVisible();
    await page.getByLabel("Set to (UTC)").fill("2031-05-06T07:08");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await expect(page.getByText("2031-05-06 07:08")).toBeVisible();
    const { body } = await sandbox.call("POST", "/customers", {});
    expect(body.customer).toMatchObject({ created_at: expect.stringMatching(/^2031-05-06T07:0/) });
    await page.getByRole("button", { name: "Back to real time" }).click();
    await expect(page.getByText("on real time")).toBeVisible();
  });

  test("the dashboard repeats a delivery", async ({ page, sandbox }) => {
    await page.goto(`${sandbox.url}/_sandbox/#/webhooks`);
    await page.getByLabel("Address").fill(`${sandbox.url}/_sandbox/health`);
    await page.getByRole("button", { name: "Add" }).click();
    await expect(page.getByRole("table", { name: "Webhook endpoints" })).toContainText("/_sandbox/health");
    await sandbox.call("POST", "/customers", { first_name: "Ada" });
    await page.goto(`${sandbox.url}/_sandbox/#/deliveries`);
    const rows = page.getByRole("table", { name: "Deliveries" }).locator("tbody tr");
    await expect(rows).toHaveCount(1);
    await rows.first().locator("td").nth(2).click();
    await page.getByRole("button", { name: "Deliver again" }).click();
    await expect(page.getByText("Sent again, as a new delivery.")).toBeVisible();
    await page.getByRole("link", { name: "Deliveries" }).first().click();
    await expect(rows).toHaveCount(2);
  });

  test("the dashboard resets only after confirmation", async ({ page, sandbox }) => {
    await sandbox.call("POST", "/customers", { first_name: "Ada" });
    await page.goto(`${sandbox.url}/_sandbox/#/data`);
    const count = async () =>
      (await sandbox.call("GET", "/customers")).body as unknown as { total_count: number };
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await count()).total_count).toBe(1);
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("dialog", { name: "Start over" }).getByRole("button", { name: "Reset" }).click();
    await expect(page.getByText("The sandbox is empty.")).toBeVisible();
    expect((await count()).total_count).toBe(0);
  });

  test("another site can link to the dashboard and do nothing else to it", async ({ page, sandbox }) => {
    await sandbox.call("POST", "/customers", { first_name: "Ada" });
    await page.setContent(`<a href="${sandbox.url}/_sandbox/">Open</a>`);
    await page.evaluate(
      (url) => fetch(url, { method: "POST", mode: "no-cors" }),
      `${sandbox.url}/_sandbox/reset`,
    );
    await page.getByRole("link").click();
    await expect(page.getByRole("table", { name: "Customers" })).toContainText("Ada");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`the dashboard has no accessibility faults in ${colorScheme} colours`, async ({ page, sandbox }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await sandbox.call("POST", "/customers", { first_name: "Ada" });
      for (const view of ["customers", "requests", "scenarios", "faults", "webhooks", "clock", "data"]) {
        await page.goto(`${sandbox.url}/_sandbox/#/${view}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations, view).toEqual([]);
      }
    });
  }
});
