import { type Answer, sendAnswer } from "./answer";
import { standsAlone, tellMerchant } from "./tell";

const form = document.querySelector("form");
const status = document.querySelector<HTMLElement>("[role=status]");
const returnUrl = form?.dataset.returnUrl;

/** The page opens under the shopper's press on Pay: the second press of a double click must not answer it. */
const A_LOOK_MS = 400;

function setPressable(isPressable: boolean) {
  for (const each of form?.querySelectorAll("button") ?? []) each.disabled = !isPressable;
}

function leave(answer: Answer, source: string) {
  if (answer === "cancel") tellMerchant({ action: "canceled" });
  else tellMerchant({ action: "success", data: source });
  if (!standsAlone() || window.opener) return;
  if (!returnUrl) {
    if (status) status.textContent = "Done. You can close this page and go back to the shop.";
    return;
  }
  const back = new URL(returnUrl);
  back.searchParams.set("token", source);
  location.replace(back);
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter as HTMLButtonElement;
  setPressable(false);
  if (status) status.textContent = "One moment…";
  try {
    const answer = button.value as Answer;
    leave(answer, await sendAnswer(answer));
  } catch {
    if (status) status.textContent = "The bank could not be reached. Please try again.";
    setPressable(true);
  }
});
setTimeout(() => setPressable(true), A_LOOK_MS);
