import { card, type Scenario, threeDS } from "./behaviour";

/** Cards that only this sandbox has, for behaviour that ProcessOut publishes no number for. */
export const SANDBOX_SCENARIOS: readonly Scenario[] = [
  card("async-success", "4000 0000 0009 0011", "Answers later: yes", "Pending, verified 15 seconds later", {
    verify: "later-success",
  }),
  card("async-failure", "4000 0000 0009 0029", "Answers later: no", "Pending, declined 15 seconds later", {
    verify: "later-failure",
    authorize: "card.declined",
  }),
  card("never-answers", "4000 0000 0009 0037", "Never answers", "Stays pending", { verify: "never" }),
  card("unknown", "4000 0000 0009 0045", "Unknown", "Ends as unknown, not chargeable", {
    verify: "unknown",
  }),
  card(
    "challenge-hangs",
    "4000 0000 0009 0102",
    "Challenge that never loads",
    "The bank's page never finishes loading",
    {
      ...threeDS("none", true, { page: "silent" }),
    },
  ),
  card(
    "v1-full-page",
    "4000 0000 0009 0110",
    "3-D Secure 1, full page",
    "Replaces the shop, then leads back",
    {
      ...threeDS("none", true, { version: 1, page: "full-page" }),
    },
  ),
  card(
    "no-money-until-payday",
    "4000 0000 0009 0052",
    "No money until payday",
    "Works once, then in four days",
    {
      later_authorize: "card.no-money",
      recovers_after_days: 4,
    },
  ),
  card(
    "asks-again",
    "4000 0000 0009 0060",
    "Asks the shopper again",
    "Declines off-session payments until the shopper pays",
    {
      ...threeDS("none", true, { required: "sca" }),
      asks_again: true,
    },
  ),
  card(
    "refund-fails-later",
    "4000 0000 0009 0144",
    "Refund fails later",
    "Refunded, rejected 15 seconds later",
    {
      refund_later: "payment.declined",
    },
  ),
  card("once-then-stolen", "4000 0000 0009 0078", "Works once, then stolen", "Later payments fail", {
    later_authorize: "card.stolen",
  }),
  card(
    "once-then-do-not-retry",
    "4000 0000 0009 0086",
    "Works once, then do not retry",
    "Later payments fail",
    {
      later_authorize: "card.declined",
      do_not_retry: true,
    },
  ),
].map((scenario) => ({ ...scenario, published: false }));
