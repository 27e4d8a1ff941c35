import type { PageAnswer } from "../server/route";
import { renderPage } from "./document";

/** The control side for people. No other page may frame it. */
export function serveDashboard(): Promise<PageAnswer> {
  return renderPage({
    title: "ProcessOut sandbox",
    body: '<div id="dashboard"></div>',
    scripts: ["dashboard.js"],
    styles: ["dashboard.css"],
    policy: { "frame-ancestors": "'none'" },
  });
}
