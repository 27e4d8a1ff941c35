import { DEFAULT_PROJECT_ID } from "../server/auth";
import type { PageRoute } from "../server/route";
import { serveFixedAsset, serveHashedAsset } from "./assets";
import { serveCheckout } from "./checkout-page";
import { serveDashboard } from "./dashboard-page";
import { serveFieldPage } from "./field-page";
import { serveHubPage } from "./hub-page";
import { serveLoader } from "./loader";
import { serveRefusal } from "./refusal-page";
import { threeDSPages } from "./three-d-s-pages";

/** Everything a browser loads from the sandbox that is not its JSON API. */
export const pageRoutes: PageRoute[] = [
  {
    method: "GET",
    path: "/processout.js",
    handle: ({ headers }) => serveFixedAsset("processout.js", headers),
  },
  { method: "GET", path: "/assets/:hash/:name", handle: serveHashedAsset },
  { method: "GET", path: "/ccfield.html", handle: serveFieldPage },
  { method: "GET", path: "/messagehub.html", handle: serveHubPage },
  { method: "GET", path: "/images/loader.gif", handle: serveLoader },
  { method: "GET", path: "/_sandbox", handle: serveDashboard },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice`, handle: serveCheckout },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/three-d-s`, handle: serveRefusal },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice/three-d-s/*`, handle: serveRefusal },
  { method: "GET", path: `/${DEFAULT_PROJECT_ID}/:invoice/redirect/*`, handle: serveRefusal },
  ...threeDSPages,
];
