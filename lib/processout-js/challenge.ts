/**
 * Closes the challenge's window. The script has no call for that, so its own Cancel button is clicked (the only
 * element after the frame), which also stops its timers and restores scrolling.
 */
export function closeChallenge(): void {
  const modal = document.getElementById("processoutjs-action-modal");
  modal?.querySelector<HTMLElement>(":scope > iframe + button, :scope > iframe + div > *")?.click();
  modal?.remove();
}
