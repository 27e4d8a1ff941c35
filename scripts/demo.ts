// `npm run demo`: the whole shop from a production build, with its database and its own ProcessOut. No key, no account.
import { ensureBuild } from "./lib/build";
import { launch } from "./lib/launch";

await launch("start", ensureBuild);
