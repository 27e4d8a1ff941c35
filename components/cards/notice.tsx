"use client";

import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { Alert } from "@/components/ui/alert";

const NoticeContext = createContext<(sentence: string) => void>(() => {});

/** Says at the top of the page what was just done: what it was done to may be gone, and its focus with it. */
export function NoticeArea({ first, children }: { first?: string; children: ReactNode }) {
  const [sentence, setSentence] = useState(first);
  // Together with the page that shows it done.
  const say = useCallback((next: string) => startTransition(() => setSentence(next)), []);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence !== first) place.current?.focus();
  }, [sentence, first]);
  return (
    <NoticeContext value={say}>
      <div ref={place} tabIndex={-1} className="outline-none empty:hidden">
        {sentence && <Alert tone="good" title={sentence} />}
      </div>
      {children}
    </NoticeContext>
  );
}

export const useNotice = () => useContext(NoticeContext);
