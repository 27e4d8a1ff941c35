import type { FieldStyle } from "../../client/field-message";

/** What a merchant may style, as CSS names. `fontSmoothing` is the vendors' own property. */
const properties: Record<string, string> = {
  color: "color",
  backgroundColor: "background-color",
  fontFamily: "font-family",
  fontSize: "font-size",
  fontSizeAdjust: "font-size-adjust",
  fontStretch: "font-stretch",
  fontSmoothing: "-webkit-font-smoothing",
  fontStyle: "font-style",
  fontVariant: "font-variant",
  fontWeight: "font-weight",
  lineHeight: "line-height",
  textShadow: "text-shadow",
  textTransform: "text-transform",
  textDecoration: "text-decoration",
  transition: "transition",
  height: "height",
  direction: "direction",
};

const states = ["", ":hover", ":focus", "::placeholder", "::selection"];
const sheet = new CSSStyleSheet();
const root = document.documentElement;

/**
 * Dresses the inputs as the merchant asked. Values pass through CSSOM one property at a time, so no value can reach
 * past its own property, and the page's policy against inline styles stays whole.
 */
export function applyStyle(style: FieldStyle = {}) {
  sheet.replaceSync(states.map((state) => `.input${state} {}`).join("\n"));
  document.adoptedStyleSheets = [sheet];
  states.forEach((state, place) => {
    const wanted = state ? style[state] : style;
    const rule = sheet.cssRules[place];
    if (!(rule instanceof CSSStyleRule) || typeof wanted !== "object" || wanted === null) return;
    for (const [key, name] of Object.entries(properties)) {
      const value = (wanted as FieldStyle)[key];
      if (value !== undefined && value !== null) rule.style.setProperty(name, String(value));
    }
  });
  const choice = style.schemeSelection as { selectedColor?: string; hoverColor?: string } | undefined;
  if (choice?.selectedColor) root.style.setProperty("--choice-selected", choice.selectedColor);
  if (choice?.hoverColor) root.style.setProperty("--choice-hover", choice.hoverColor);
  loadFont(style.loadCustomFontFamily);
}

/** A style sheet's address, where the font is declared. */
function loadFont(address: unknown) {
  if (typeof address !== "string" || !address.startsWith("https://")) return;
  const known = document.querySelector<HTMLLinkElement>("link[data-font]");
  const link = known ?? document.head.appendChild(document.createElement("link"));
  link.dataset.font = "";
  link.rel = "stylesheet";
  link.href = address;
}
