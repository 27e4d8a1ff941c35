import type { PageAnswer } from "../server/route";
import { renderPage } from "./document";

/** `/messagehub.html`: lets a page in another tab leave a result for the page that waits. */
export function serveHubPage(): Promise<PageAnswer> {
  return renderPage({ title: "Message hub", body: "", scripts: ["hub.js"] });
}
