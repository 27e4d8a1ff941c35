import { cardFacts } from "./cards";
import { customerFacts } from "./customers";
import { eventFacts } from "./events";
import type { Fact } from "./fact";
import { fieldFacts } from "./fields";
import { paymentFacts } from "./payments";
import { tokenFacts } from "./tokens";
import { transportFacts } from "./transport";

/** Every fact the suite holds, in the order of the parity table. */
export const FACTS: readonly Fact[] = [
  ...transportFacts,
  ...customerFacts,
  ...tokenFacts,
  ...cardFacts,
  ...paymentFacts,
  ...eventFacts,
  ...fieldFacts,
];
