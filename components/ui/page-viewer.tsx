"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

const ViewerContext = createContext<string | undefined>(undefined);

/** Tells forms and calls for whom the page was rendered: the user's id, empty for a visitor. */
export const PageViewer = ({ id, children }: { id: string; children: ReactNode }) => (
  <ViewerContext value={id}>{children}</ViewerContext>
);

export const usePageViewer = () => useContext(ViewerContext);

type Call = (input: never, renderedFor?: string) => Promise<unknown>;

/** Server actions that are called with an argument, each also told for whom the page was rendered. */
export function useCalls<Calls extends Record<string, Call>>(calls: Calls): Calls {
  const viewer = usePageViewer();
  return useMemo(() => {
    const told = Object.entries(calls).map(([name, call]) => [name, (input: never) => call(input, viewer)]);
    return Object.fromEntries(told) as Calls;
  }, [calls, viewer]);
}
