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

type Props = {
  /** The sentence that the page opens with. */
  first?: string | undefined;
  /** Of the first sentence. What was just done has always worked. */
  tone?: "good" | "warning" | undefined;
  children: ReactNode;
};

/** Announces at the top of the page what was just done, and moves the focus there: the card that had it may be deleted. */
export function NoticeArea({ first, tone = "good", children }: Props) {
  const [sentence, setSentence] = useState(first);
  // In a transition, so that it appears together with the refreshed page.
  const notify = useCallback((next: string) => startTransition(() => setSentence(next)), []);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence !== first) area.current?.focus();
  }, [sentence, first]);
  return (
    <NoticeContext value={notify}>
      <div ref={area} tabIndex={-1} className="outline-none empty:hidden">
        {sentence && <Alert tone={sentence === first ? tone : "good"} title={sentence} />}
      </div>
      {children}
    </NoticeContext>
  );
}

export const useNotice = () => useContext(NoticeContext);
