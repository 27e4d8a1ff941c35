/**
 * Who the shop is. To rename it, change this file, `app/brand.css` and the art (`app/icon.svg`, `components/brand`, the
 * storefront's text and products); a test finds the name anywhere else. Plain data, safe in the browser.
 */
const name = "Halyard Coffee";

export const SHOP = {
  name,
  /** On the logo, in signal flags and on the bags. Letters only. */
  shortName: "Halyard",
  /** The home page's title, and what search engines are told. */
  title: `${name}, a harbour roastery`,
  description: "A small harbour roastery. Coffee landed, roasted and sent on within the week.",
  footer:
    "Landed on the quay, roasted on Tuesdays, on its way by Thursday. Since the harbour froze over and we had nothing else to do.",
  /** The sender of e-mails unless `EMAIL_FROM` says otherwise. */
  sender: `${name} <hello@halyard.example>`,
  /** Order numbers are `HC-10042`. */
  orderPrefix: "HC",
  /** For e-mails and the browser's own frame, which read no style sheet. The same values as in `app/brand.css`. */
  colors: {
    paper: "#f3f5f2",
    paperInDark: "#0a161c",
    surface: "#fdfdfa",
    sunken: "#e6ebe7",
    ink: "#10242e",
    muted: "#4a5d67",
    line: "#cfd7d4",
    action: "#10242e",
    onAction: "#fdfdfa",
  },
} as const;
