/** A button or link that was pressed in this tab. `at` is in milliseconds, by this browser's clock. */
export type Press = { at: number; name: string };

const KEY = "presses";
const KEPT = 100;
const LONGEST_NAME = 60;

/** The presses of this tab, oldest first. */
function readPresses(): Press[] {
  return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
}

/** Notes every press on the page from now on, but for those in the panel itself. Returns the function that stops it. */
export function recordPresses(): () => void {
  const onClick = ({ target }: MouseEvent) => {
    const control = target instanceof Element ? target.closest("button, a[href], summary") : null;
    if (!control || control.closest("#under-the-hood") || control.hasAttribute("aria-keyshortcuts")) return;
    const press = { at: performance.timeOrigin + performance.now(), name: nameOf(control) };
    sessionStorage.setItem(KEY, JSON.stringify([...readPresses(), press].slice(-KEPT)));
  };
  document.addEventListener("click", onClick, true);
  return () => document.removeEventListener("click", onClick, true);
}

function nameOf(control: Element): string {
  const text = control.getAttribute("aria-label") ?? control.textContent ?? "";
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);
}

type Group<Call> = { press: Press | null; exchanges: Call[] };

/**
 * Exchanges under the last press before them, the newest press first. `offsetMs` is how far the server's clock runs ahead of the
 * browser's. What came before the first press of this tab is in a group without a press.
 */
export function groupByPress<Call extends { at: string }>(
  exchanges: Call[],
  offsetMs: number,
  presses: Press[] = readPresses(),
): Group<Call>[] {
  const groups: Group<Call>[] = [null, ...presses].map((press) => ({ press, exchanges: [] }));
  for (const exchange of exchanges) {
    const at = Date.parse(exchange.at) - offsetMs;
    groups.findLast(({ press }) => press === null || press.at <= at)?.exchanges.push(exchange);
  }
  return groups.filter((group) => group.exchanges.length > 0).reverse();
}
