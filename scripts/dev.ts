// `npm run dev`: the same as the demo, from the sources, with hot reload.
import { generateClient } from "./lib/build";
import { launch } from "./lib/launch";

await launch("dev", generateClient);
