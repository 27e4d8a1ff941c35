const STORAGE_KEY = "kept-fields";

/** `viewer` is the id of the user whom the page was rendered for: no other user is shown what was typed. */
type Kept = { path: string; viewer: string | undefined; values: Record<string, string> };

/** Keeps the typed and chosen values of the page's forms, until this tab shows the page again. */
export function keepFields(viewer: string | undefined): void {
  const values = Object.fromEntries(listFields().map(({ key, field }) => [key, field.value]));
  const kept: Kept = { path: location.pathname, viewer, values };
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
}

/** Fills in what was kept for this page. The pages of sign-in are on the way back, any other page ends it. */
export function restoreFields(viewer: string | undefined): void {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  if (!stored || /^\/sign-in(\/|$)/.test(location.pathname)) return;
  sessionStorage.removeItem(STORAGE_KEY);
  const kept: Kept = JSON.parse(stored);
  if (kept.path !== location.pathname || kept.viewer !== viewer) return;
  for (const { key, field } of listFields()) restoreField(field, kept.values[key] ?? field.value);
}

/** What differs from the page that was sent is shown, also in an element that was closed. */
function restoreField(field: HTMLInputElement | HTMLSelectElement, value: string) {
  if (field.value === value) return;
  field.value = value;
  const details = field.closest("details");
  if (details) details.open = true;
}

/** By the place of the form and the name of the field. */
function listFields() {
  const selector =
    "input:not([type=hidden],[type=password],[type=checkbox],[type=radio],[type=file]), select";
  const forms = [...document.forms].map((form, index) =>
    [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)]
      .filter(({ name }) => name !== "")
      .map((field) => ({ key: `${index}:${field.name}`, field })),
  );
  return forms.flat();
}
