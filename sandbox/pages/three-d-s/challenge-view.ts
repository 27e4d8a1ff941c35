import { networkTitle } from "../../client/card-brand";
import { escapeHtml } from "../document";

type ChallengeDetails = {
  merchant: string;
  amount: string;
  currency: string;
  network: string;
  last4: string;
  date: string;
  version: 1 | 2;
  returnUrl: string | null;
};

const anchor = `<svg viewBox="0 0 28 28" fill="none" aria-hidden="true"><rect width="28" height="28" rx="7" fill="#0b5c7a"/><path d="M6 12c2.7-2.4 5.3-2.4 8 0s5.3 2.4 8 0M6 17c2.7-2.4 5.3-2.4 8 0s5.3 2.4 8 0" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>`;

/** Enabled by the page's script: before it has loaded, a press would only reload the page. */
const buttons = ["Approve", "Decline", "Cancel"]
  .map((name) => `<button value="${name.toLowerCase()}" disabled>${name}</button>`)
  .join("");

/** A zero amount is a verification: nothing will be charged. */
const isVerification = (amount: string) => Number(amount) === 0;

const inWords = (amount: string, currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).format(Number(amount));

function frame(network: string, main: string): string {
  return `<header><h1 class="bank">${anchor}Northsea Bank</h1><span class="network">${escapeHtml(network)}</span></header>
<main aria-label="Northsea Bank">${main}</main>
<footer>A bank played by the ProcessOut sandbox.</footer>`;
}

/** The bank asks its customer whether they are behind the payment. */
export function challengeView(details: ChallengeDetails): string {
  const { merchant, amount, currency, network, last4, date, version, returnUrl } = details;
  const checks = isVerification(amount);
  const rows: [string, string][] = [
    ["Merchant", merchant],
    ["Amount", inWords(amount, currency)],
    ["Card", `•••• ${last4}`],
    ["Date", date],
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("");
  const why = checks
    ? "A shop wants to save this card. Nothing is charged."
    : "Please check the details before you approve.";
  const back = returnUrl ? ` data-return-url="${escapeHtml(returnUrl)}"` : "";
  return frame(
    `${networkTitle(network)} · 3-D Secure ${version}`,
    `<h2>${checks ? "Is this you?" : "Confirm your payment"}</h2><p>${why}</p>
<dl>${list}</dl>
<form${back}>${buttons}</form>
<p role="status"></p>`,
  );
}

/** A bank's page that never finishes loading. */
export const silentView = () =>
  frame("3-D Secure", `<div class="spinner" role="progressbar" aria-label="Loading"></div>`);

export const messageView = (title: string, text: string) =>
  frame("3-D Secure", `<h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p>`);
