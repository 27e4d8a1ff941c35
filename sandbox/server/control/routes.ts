import type { PageRoute } from "../route";
import { cardControl } from "./cards";
import { clockControl } from "./clock";
import { deliveryControl } from "./deliveries";
import { disputeControl } from "./disputes";
import { faultControl } from "./faults";
import { objectControl } from "./objects";
import { requestControl } from "./requests";
import { stateControl } from "./state";

/** The control side, `/_sandbox/…`: never under the API's paths, and for no other web page (see guard.ts). */
export const controlRoutes: PageRoute[] = [
  ...stateControl,
  ...clockControl,
  ...cardControl,
  ...faultControl,
  ...requestControl,
  ...deliveryControl,
  ...disputeControl,
  ...objectControl,
];
