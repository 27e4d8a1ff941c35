import { sendMails } from "@/app/jobs";
import { wake } from "@/lib/jobs/queue";
import { expectPaid, openCheckoutWithCard, payButton } from "../../tests/support/checkout";
import { expect, test } from "../../tests/support/fixtures";
import { fillCart, payOrder, start, unsaved } from "../../tests/support/orders";
import { expectMails, mailFrame, SCRIPTLESS_FRAME } from "../../tests/support/outbox";
import { press } from "../../tests/support/press";

test.describe("receipts @payments", () => {
  test.use({ expectedErrors: [SCRIPTLESS_FRAME] });

  test("a payment sends one receipt, with the order lines and a link to the order", async ({
    page,
    signedIn,
    sandbox,
    database,
  }) => {
    await openCheckoutWithCard(page, signedIn, sandbox);
    const email = `receipts-${signedIn.id}@shoppers.example`;
    await page.getByLabel("E-mail").fill(email);
    await press(payButton(page));
    await expectPaid(page);
    const { id, number } = await database.order.findFirstOrThrow({ where: { userId: signedIn.id } });

    await expectMails(page, email, [new RegExp(`Your receipt for HC-${10_000 + number}: €12.50`)]);
    await expect(mailFrame(page, "Your receipt").getByText("charged to Visa ending in 4242")).toBeVisible();
    const link = mailFrame(page, "Your receipt").getByRole("link", { name: "See your order" });
    expect(await link.getAttribute("href")).toContain(`/orders/${id}`);

    // Finding the paid order a second time queues nothing.
    await database.order.update({ where: { id }, data: { receiptQueuedAt: null } });
    await wake(sendMails);
    await expect
      .poll(async () => (await database.order.findUniqueOrThrow({ where: { id } })).receiptQueuedAt)
      .not.toBeNull();
    expect(await database.queuedMail.count({ where: { to: email } })).toBe(1);
    await expectMails(page, email, [/Your receipt/]);
  });

  test("the page of an order has the links of the account, and leads back to all orders", async ({
    page,
    signedIn,
    sandbox,
  }) => {
    const { orderRef } = await payOrder(signedIn, sandbox);
    await page.goto(`/orders/${orderRef}`);
    const places = page.getByRole("navigation", { name: "Account" });
    await expect(places.getByRole("link", { name: "Orders" })).toHaveAttribute("aria-current", "page");
    await page.getByRole("link", { name: "All orders" }).click();
    await expect(page).toHaveURL("/orders");
  });

  test("the page of a guest's order has no links of an account", async ({ page, sandbox }) => {
    const { orderRef } = await start(await fillCart(null), unsaved(await sandbox.makeCard("visa")));
    await page.goto(`/orders/${orderRef}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Order HC-");
    await expect(page.getByRole("navigation", { name: "Account" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "All orders" })).toHaveCount(0);
  });
});
