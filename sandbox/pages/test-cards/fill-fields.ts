// The fields are frames of this origin beside this page's own frame: it reaches into them, and the merchant's page, which
// is of another site, holds no card number.

/** Any expiry in the future is accepted; one move of the demo's clock is up to ten years. */
const YEARS_AHEAD = 15;

/** Longer than a message from the number's frame to the CVC's takes, which says how many digits the CVC has. */
const BETWEEN_FRAMES_MS = 100;

/** Types a test card into the hosted fields of the page that embeds this one. Returns whether there are any. */
export function fillFields(number: string): boolean {
  const year = String(new Date().getFullYear() + YEARS_AHEAD).slice(-2);
  const texts: Record<string, string> = {
    "cc-number": number,
    "cc-exp": `12${year}`,
    "cc-exp-month": "12",
    "cc-exp-year": year,
    "cc-csc": /^3[47]/.test(number) ? "1234" : "123",
  };
  const inputs = listDocuments().flatMap((page) => [...page.querySelectorAll("input")]);
  const fields = inputs.filter(({ autocomplete }) => autocomplete in texts);
  for (const field of fields) {
    field.value = texts[field.autocomplete] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // Checked as after typing, so that the error of what stood there before disappears.
  setTimeout(() => {
    for (const field of fields) field.dispatchEvent(new Event("blur"));
  }, BETWEEN_FRAMES_MS);
  return fields.length > 0;
}

function listDocuments(): Document[] {
  return Array.from({ length: parent.frames.length }, (_, index) => {
    try {
      return parent.frames[index]?.document;
    } catch {
      return undefined; // A frame of another site.
    }
  }).filter((page) => page !== undefined);
}
