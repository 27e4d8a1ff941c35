import { cardNamed } from "../../tests/support/card-form";
import { giveCard } from "../../tests/support/cards";
import { expect, test } from "../../tests/support/fixtures";

const BANK = "http://127.0.0.1:8998/bank";

for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data"]) {
  test(`a shopper whose bank returns by a cross-site POST of ${enctype} is still signed in @wild`, async ({
    page,
    signedIn,
    sandbox,
    baseURL,
  }) => {
    await giveCard(signedIn, sandbox);
    await page.route(BANK, (route) => {
      const field = '<input name="PaRes" value="eJxVUtt"><button>Back to the shop</button>';
      const form = `<form method="post" enctype="${enctype}" action="${baseURL}/cards?whole">${field}</form>`;
      return route.fulfill({ contentType: "text/html", body: form });
    });
    await page.goto(BANK);
    await page.getByRole("button", { name: "Back to the shop" }).click();
    await expect(page).toHaveURL(/\/cards\?whole/);
    await expect(cardNamed(page, "Visa ending in 4242")).toBeVisible();
  });
}
