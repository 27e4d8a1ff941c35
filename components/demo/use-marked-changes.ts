"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";

const NAME = "changed";

/**
 * Returns the function to call before the page is loaded again: text in it that then changes or appears is marked until the
 * shopper goes to another page. The mark is a highlight of the browser, so that React's elements stay as they are.
 */
export function useMarkedChanges(): () => void {
  const path = usePathname();
  const markedPath = useRef<string>(null);
  const observer = useRef<MutationObserver>(null);
  const stop = useCallback(() => {
    observer.current?.disconnect();
    globalThis.CSS?.highlights?.delete(NAME);
  }, []);
  useEffect(() => {
    if (markedPath.current !== path) stop();
  }, [path, stop]);
  useEffect(() => stop, [stop]);
  return useCallback(() => {
    stop();
    markedPath.current = location.pathname;
    const content = document.getElementById("content");
    if (!content || !CSS.highlights) return;
    const marks = new Highlight();
    CSS.highlights.set(NAME, marks);
    observer.current = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "characterData" ? [target] : addedNodes) mark(marks, node);
      }
    });
    observer.current.observe(content, { subtree: true, childList: true, characterData: true });
  }, [stop]);
}

function mark(marks: Highlight, node: Node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  marks.add(range);
}
