import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { sentenceOf } from "@/lib/platform/error-sentences";

/** Dispatched on `window` when the server no longer knows an action of this page. */
export const OUTDATED = "page-outdated";

/**
 * The failure of a call to a server action that had no response: the connection was lost, or the server has another build
 * and no longer knows the action. Whether it was done is then known to the server alone.
 */
export function describeLostCall(error: unknown): { code: string; message: string } {
  const isOutdated = isUnrecognizedAction(error);
  if (isOutdated) window.dispatchEvent(new Event(OUTDATED));
  const code = isOutdated ? "page.outdated" : "page.disconnected";
  return { code, message: sentenceOf(code) };
}
