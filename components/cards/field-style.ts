import type { FieldStyle } from "@/lib/processout-js";

/**
 * The page's own look for what is typed in the hosted fields. They are pages of another origin, so the colours of
 * this one, light or dark, are read here and handed over.
 */
export function fieldStyle(form: HTMLElement): FieldStyle {
  const page = getComputedStyle(form);
  const token = (name: string) => page.getPropertyValue(name).trim();
  return {
    color: token("--ink"),
    backgroundColor: "transparent",
    fontFamily: "ui-sans-serif, system-ui, sans-serif",
    fontSize: "16px",
    height: "44px",
    "::placeholder": { color: token("--muted") },
  };
}
