/** The features, bottom up. A room imports only rooms before it in this list. */
const ROOMS = [
  "platform",
  "jobs",
  "mail",
  "webhooks",
  "auth",
  "customers",
  "cards",
  "shop", // eject: shop
  "payments", // eject: payments
  "subscriptions", // eject: subscriptions
  "renewals", // eject: renewals
  "office", // eject: office
];

/** Tests and the helpers that only tests import. */
const TESTS =
  "(\\.test\\.tsx?$|\\.replica\\.ts$|^tests/|/fake-script\\.ts$|/mount-fake\\.ts$|/test-server\\.ts$|/contract-sandbox\\.ts$)";

module.exports = { ROOMS, TESTS };
