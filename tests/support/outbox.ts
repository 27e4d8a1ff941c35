import type { Page } from "@playwright/test";
import { sendMails } from "@/app/jobs";
import { wake } from "@/lib/jobs/queue";
import { expect } from "./fixtures";

/** Chromium logs this when a test reads an e-mail: the outbox shows it in a frame without script. */
export const SCRIPTLESS_FRAME = /Blocked script execution in 'about:srcdoc'/;

/** Waits until the outbox has exactly these e-mails to an address, newest first. */
export async function expectMails(page: Page, to: string, subjects: (string | RegExp)[]) {
  await expect(async () => {
    await page.goto(`/outbox?to=${encodeURIComponent(to)}`);
    await expect(page.getByRole("group").locator("summary")).toHaveText(subjects, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

export const mailFrame = (page: Page, subject: string | RegExp) =>
  page.frameLocator(`iframe[title*="${subject}"]`);

/** Waits for an e-mail and opens it. */
export async function openMail(page: Page, to: string, subject: string) {
  await wake(sendMails);
  const mail = page.locator("details").filter({ hasText: subject });
  await expect(async () => {
    await page.goto(`/outbox?to=${encodeURIComponent(to)}`);
    await expect(mail).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  if ((await mail.getAttribute("open")) === null) await mail.locator("summary").click();
  return mailFrame(page, subject);
}
