import type { Page } from "@playwright/test";

/**
 * Does to every page what a browser does that translates it: once React has taken over, each text node, also one that comes
 * later, is replaced by two nested <font> elements with a text node of their own.
 */
export async function translateEveryPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.top !== window) return;
    const SKIPPED = "script, style, title, noscript, textarea, option, font";

    function wrap(text: Text) {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(SKIPPED)) return;
      const inner = document.createElement("font");
      inner.append(text.data);
      const outer = document.createElement("font");
      outer.append(inner);
      text.replaceWith(outer);
    }
    function wrapAll(root: Node) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      if (root instanceof Text) texts.push(root);
      texts.forEach(wrap);
    }
    function whenHydrated() {
      const elements = [...document.querySelectorAll("h1, h2, p, a, button, label")];
      const isHydrated = (element: Element) =>
        Object.keys(element).some((key) => key.startsWith("__reactFiber"));
      if (document.readyState !== "complete" || !elements.every(isHydrated)) {
        return requestAnimationFrame(whenHydrated);
      }
      wrapAll(document.body);
      const observer = new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) wrapAll(node);
      });
      observer.observe(document.body, { childList: true, subtree: true });
    }
    requestAnimationFrame(whenHydrated);
  });
}
