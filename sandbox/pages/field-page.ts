import type { PageAnswer } from "../server/route";
import { renderPage } from "./document";
import { apiOrigins } from "./fields/api-origin";

/** `/ccfield.html`: one page for every kind of field; the merchant's page tells it over messages which one it is. */
export function serveFieldPage(): Promise<PageAnswer> {
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
