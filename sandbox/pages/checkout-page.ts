import type { PageAnswer, PageContext } from "../server/route";
import { escapeHtml, renderPage } from "./document";

/** Where an invoice's `url` leads. ProcessOut has its hosted checkout there; this sandbox only says what is owed. */
export function serveCheckout({ store, path }: PageContext): Promise<PageAnswer> {
  const invoice = store.invoices.get(path.invoice ?? "");
  const title = invoice ? invoice.name : "No such invoice";
  const text = invoice
    ? `${invoice.amount} ${invoice.currency}. The sandbox has no hosted checkout: pay this invoice through the API.`
    : "The link is wrong, or the sandbox was reset.";
  return renderPage({
    title,
    status: invoice ? 200 : 404,
    styles: ["challenge.css"],
    body: `<header><h1 class="bank">ProcessOut sandbox</h1></header><main><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p></main>`,
  });
}
