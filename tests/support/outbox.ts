import type { Page } from "@playwright/test";
import { sendMails } from "@/app/jobs";
import { wake } from "@/lib/jobs/queue";
import { expect } from "./fixtures";

/** The outbox draws a mail in a frame that runs no script, and Chromium says so when a test looks inside. */
export const SCRIPTLESS_FRAME = /Blocked script execution in 'about:srcdoc'/;

/** Every mail to an address, once the worker has sent it; the newest first. */
export async function expectMails(page: Page, to: string, subjects: (string | RegExp)[]) {
  await expect(async () => {
    await page.goto(`/outbox?to=${encodeURIComponent(to)}`);
    await expect(page.getByRole("group").locator("summary")).toHaveText(subjects, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

export const letter = (page: Page, subject: string | RegExp) =>
  page.frameLocator(`iframe[title*="${subject}"]`);

/** Waits for one mail among others, and opens it. */
export async function openMail(page: Page, to: string, subject: string) {
  await wake(sendMails);
  const mail = page.locator("details").filter({ hasText: subject });
  await expect(async () => {
    await page.goto(`/outbox?to=${encodeURIComponent(to)}`);
    await expect(mail).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  if ((await mail.getAttribute("open")) === null) await mail.locator("summary").click();
  return letter(page, subject);
}
