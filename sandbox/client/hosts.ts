/**
 * The origin of the sandbox: that of this script. One root serves what ProcessOut spreads over
 * `api.`, `js.` and `checkout.`. Read while the script runs, since `currentScript` is gone later.
 */
function findOrigin(): string {
  const running = document.currentScript;
  if (running instanceof HTMLScriptElement && running.src) return new URL(running.src).origin;
  const tags = [...document.querySelectorAll<HTMLScriptElement>("script[src]")];
  const own = tags.find((tag) => new URL(tag.src).pathname.endsWith("/processout.js"));
  return new URL(own?.src ?? document.baseURI).origin;
}

export const origin = findOrigin();

/** An address of the sandbox. The official script puts `subdomain` before the host. */
export function endpoint(_subdomain: "api" | "js" | "checkout", path: string): string {
  return origin + (path.startsWith("/") ? path : `/${path}`);
}
