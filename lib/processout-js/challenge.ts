/**
 * Takes the bank's page away when nobody waits for it any more. The script has no call for that, so its own
 * Cancel is pressed (the only thing below the frame), which also stops its timers and lets the page scroll
 * again.
 */
export function closeChallenge(): void {
  const modal = document.getElementById("processoutjs-action-modal");
  modal?.querySelector<HTMLElement>(":scope > iframe + button, :scope > iframe + div > *")?.click();
  modal?.remove();
}
