import type { FrameLocator, Page } from "@playwright/test";
import { press } from "./press";

/** The issuer's 3-D Secure page, in the dialog that the browser script opens. */
export const bank = (page: Page): FrameLocator => page.frameLocator("#processoutjs-action-modal iframe");

/** Clicks a button of the issuer's page. */
export const answerBank = (page: Page, name: string) =>
  press(bank(page).getByRole("button", { name, disabled: false }));
