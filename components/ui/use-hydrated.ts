import { useSyncExternalStore } from "react";

/**
 * Whether React answers for this page yet. Before that a press does nothing, and a choice made in a field that React
 * controls is taken back without a word when it comes.
 */
export const useHydrated = (): boolean => useSyncExternalStore(never, yes, no);

const never = () => () => {};
const yes = () => true;
const no = () => false;
