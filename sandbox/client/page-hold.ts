/**
 * Keeps the merchant's page still and out of the keyboard's reach while a modal is over it; Escape runs `onEscape`.
 * Call it before the modal is in the page. What it returns puts everything back, the focus included.
 */
export function holdPage(onEscape: () => void): () => void {
  const focused = document.activeElement;
  const { overflow } = document.body.style;
  const behind = [...document.body.children].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && !each.inert,
  );
  function onKey(event: KeyboardEvent) {
    if (event.key === "Escape") onEscape();
  }
  document.body.style.overflow = "hidden";
  for (const each of behind) each.inert = true;
  document.addEventListener("keydown", onKey);
  return () => {
    document.body.style.overflow = overflow;
    for (const each of behind) each.inert = false;
    document.removeEventListener("keydown", onKey);
    if (focused instanceof HTMLElement) focused.focus();
  };
}
