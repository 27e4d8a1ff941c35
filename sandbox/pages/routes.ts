import { DEFAULT_PROJECT_ID } from "../server/auth";
import type { PageAnswer, PageContext, PageRoute } from "../server/route";
import { serveFixedAsset, serveHashedAsset } from "./assets";
import { escapeHtml, renderPage } from "./document";
import { apiOrigins } from "./fields/api-origin";
import { messageView } from "./three-d-s/challenge-view";
import { threeDSPages } from "./three-d-s-pages";

/** Everything a browser loads from the sandbox that is not its JSON API. */
export const pageRoutes: PageRoute[] = [
  {
    method: "GET",
    path: "/processout.js",
    handle: ({ headers }) => serveFixedAsset("processout.js", headers),
  },
  { method: "GET", path: "/assets/:hash/:name", handle: serveHashedAsset },
  { method: "GET", path: "/ccfield.html", handle: serveFieldPage },
  { method: "GET", path: "/messagehub.html", handle: serveHubPage },
  { method: "GET", path: "/images/loader.gif", handle: serveLoader },
  { method: "GET", path: "/test-cards", handle: serveTestCards },
  { method: "GET", path: "/_sandbox", handle: serveDashboard },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice`, handle: serveCheckout },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/three-d-s`, handle: serveRefusal },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice/three-d-s/*`, handle: serveRefusal },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice/redirect/*`, handle: serveRefusal },
  ...threeDSPages,
];

/** The page of an invoice's `url`: ProcessOut's hosted checkout; here only the amount. */
function serveCheckout({ store, path }: PageContext): Promise<PageAnswer> {
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

/** The control side for people. No other page may frame it. */
function serveDashboard(): Promise<PageAnswer> {
  return renderPage({
    title: "ProcessOut sandbox",
    body: '<div id="dashboard"></div>',
    scripts: ["dashboard.js"],
    styles: ["dashboard.css"],
    policy: { "frame-ancestors": "'none'" },
  });
}

/**
 * `/test-cards`: for a merchant's page to embed beside its card form. A press types a test card into the hosted fields of
 * that page, frame to frame, so that the number stays on this origin. ProcessOut has no such page.
 */
function serveTestCards(): Promise<PageAnswer> {
  return renderPage({
    title: "Test cards",
    scripts: ["test-cards.js"],
    styles: ["test-cards.css"],
    body: `<main>
<header>
<h1>Test cards</h1>
<p id="status" role="status"></p>
<input id="search" type="search" aria-label="Search all test cards" placeholder="Search all">
</header>
<ul id="cards" aria-label="Test cards"></ul>
</main>`,
  });
}

/** `/ccfield.html`: one page for every kind of field, which the merchant's page sets by a message. */
function serveFieldPage(): Promise<PageAnswer> {
  return renderPage({
    title: "Card field",
    body: "",
    scripts: ["field.js"],
    styles: ["field.css"],
    policy: {
      // A merchant may name a style sheet that declares its own font.
      "style-src": "'self' https:",
      "font-src": "https: data:",
      "connect-src": ["'self'", ...apiOrigins].join(" "),
    },
  });
}

/** `/messagehub.html`: relays the result of a page in another tab to the waiting page. */
function serveHubPage(): Promise<PageAnswer> {
  return renderPage({ title: "Message hub", body: "", scripts: ["hub.js"] });
}

/** The image of the modal while the bank's page loads. Browsers use the content type, not the `.gif` of the address. */
const spinner = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40" fill="none" stroke-width="4">
<circle cx="20" cy="20" r="16" stroke="#cfd8dc"/>
<path d="M20 4a16 16 0 0 1 16 16" stroke="#546e7a" stroke-linecap="round">
<animateTransform attributeName="transform" type="rotate" from="0 20 20" to="360 20 20" dur="0.9s" repeatCount="indefinite"/>
</path>
</svg>`;

function serveLoader(): PageAnswer {
  return { content: spinner, type: "image/svg+xml", headers: { "Cache-Control": "public, max-age=86400" } };
}

/**
 * Pages that the official script opens and the sandbox does not support: `threeDS.authenticate` and alternative payment methods
 * (browser-client.md §3). It posts an error, so that the merchant's page does not wait without end.
 */
function serveRefusal(): Promise<PageAnswer> {
  const text =
    "The sandbox has no such page: pay cards with makeCardPayment, verify them with makeCardToken.";
  return renderPage({
    title: "Not supported",
    status: 400,
    styles: ["challenge.css"],
    scripts: ["refusal.js"],
    body: messageView("Not supported", text),
  });
}
