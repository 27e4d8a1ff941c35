import type { Page } from "@playwright/test";

/** A table of the back office by its name. */
export const officeTable = (page: Page, name: string) => page.getByRole("table", { name, exact: true });

/** Its rows, without the headings. */
export const officeRows = (page: Page, name: string) => officeTable(page, name).locator("tbody tr");
