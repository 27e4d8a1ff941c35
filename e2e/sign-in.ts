import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

/** An address nobody else in this run has. */
export const newAddress = () => `sailor-${randomUUID()}@example.com`;

export async function requestLink(page: Page, address: string, returnTo: string): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl: returnTo })}`);
  await page.getByLabel("E-mail").fill(address);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.waitForURL("/sign-in/sent**");
}

/** Signs a newcomer in as a person would, through the mail, and answers their address. */
export async function signInByMail(page: Page, returnTo: string): Promise<string> {
  const address = newAddress();
  await requestLink(page, address, returnTo);
  await page.goto(`/outbox?to=${address}`);
  await page.frameLocator("iframe").getByRole("link", { name: "Sign in" }).click();
  await page.waitForURL(returnTo);
  return address;
}
