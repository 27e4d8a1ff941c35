import type { PageAnswer } from "../server/route";
import { renderPage } from "./document";
import { messageView } from "./three-d-s/challenge-view";

/**
 * Where the official script leads for what the sandbox lacks: `threeDS.authenticate` and alternative payment methods
 * (browser-client.md §3). It posts an error, so that nobody waits for ever.
 */
export function serveRefusal(): Promise<PageAnswer> {
  const text =
    "The sandbox has no such page: pay cards with makeCardPayment, verify them with makeCardToken.";
  return renderPage({
    title: "Not supported",
    status: 400,
    styles: ["challenge.css"],
    scripts: ["refusal.js"],
    body: messageView("Not supported", text),
  });
}
