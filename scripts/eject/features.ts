/** What the parts of this project that can be removed are made of. `npm run eject` and nothing else reads it. */
export type Feature = {
  name: string;
  title: string;
  /** The features it cannot be without: they take it with them when they go. */
  needs: string[];
  /**
   * Files and folders of its own, beside those that bear its name: `lib/NAME`, `components/NAME`, `e2e/NAME`,
   * `prisma/schema/NAME.prisma`, `prisma/constraints/NAME.sql`.
   */
  paths: string[];
  /** Scripts of package.json. */
  scripts?: string[];
  /** What takes the place of a file that went: target → source. */
  replacements?: Record<string, string>;
};

export const FEATURES: Feature[] = [
  // eject:start shop
  {
    name: "shop",
    title: "catalogue and cart",
    needs: ["payments"],
    paths: [
      "docs/decisions/0011-catalogue-cart-order.md",
      "app/(shop)",
      "scripts/eject/templates/home-page.tsx",
    ],
    replacements: { "app/page.tsx": "scripts/eject/templates/home-page.tsx" },
  },
  // eject:end shop
  // eject:start payments
  {
    name: "payments",
    title: "orders, payments and refunds",
    needs: ["shop"],
    paths: [
      "docs/decisions/0010-one-invoice-per-payment.md",
      "docs/decisions/0024-velocity-limit.md",
      "docs/decisions/0036-paid-order-handlers.md",
      "docs/decisions/0040-one-table-of-declines.md",
      "docs/decisions/0053-buy-now-cart.md",
      "app/(account)/orders",
      "app/after-payment.ts",
      "lib/auth/shopper.ts",
      "lib/platform/money.ts",
      "lib/platform/money.test.ts",
      "lib/demo/seed-purchases.ts", // eject: demo
      "tests/support/checkout.ts",
      "tests/support/orders.ts",
      "tests/support/payment-records.ts",
      "tests/support/slow-network.ts",
    ],
  },
  // eject:end payments
  // eject:start subscriptions
  {
    name: "subscriptions",
    title: "what a shopper does with subscriptions and instalments",
    needs: ["payments", "renewals"],
    paths: [
      "docs/decisions/0013-period-is-an-order.md",
      "docs/decisions/0023-another-card.md",
      "docs/decisions/0044-confirmed-cards.md",
      "app/(account)/subscriptions",
      "tests/support/subscriber.ts",
      "tests/support/subscriptions.ts",
      "lib/demo/clock-charges.ts", // eject: demo
    ],
  },
  // eject:end subscriptions
  // eject:start renewals
  {
    name: "renewals",
    title: "charging due subscriptions, and the bench that measures it",
    needs: ["subscriptions"],
    paths: [
      "docs/decisions/0022-two-calls-two-statements.md",
      "docs/decisions/0025-worker-limit.md",
      "scripts/bench.ts",
      "scripts/lib/bench",
    ],
    scripts: ["bench"],
  },
  // eject:end renewals
  // eject:start office
  {
    name: "office",
    title: "the back office",
    needs: ["renewals"],
    paths: [
      "docs/decisions/0038-audit-in-transaction.md",
      "docs/decisions/0042-refund-and-series.md",
      "docs/decisions/0050-fresh-sign-in.md",
      "app/(office)",
      "lib/auth/staff.ts",
      "lib/auth/staff-action.ts",
      "lib/auth/staff-viewer.ts",
      "lib/platform/repeatable-read.ts",
      "tests/support/office-tables.ts",
      "lib/demo/sandbox-link.ts", // eject: demo
      "tests/support/refunds.ts",
      "tests/support/staff.ts",
    ],
  },
  // eject:end office
  // eject:start demo
  {
    name: "demo",
    title: "personas, outbox, demo clock and seed",
    needs: ["sandbox"],
    paths: [
      "docs/decisions/0029-demo-port.md",
      "docs/decisions/0048-one-demo-clock.md",
      "docs/decisions/0054-under-the-hood.md",
      "app/(demo)",
      "prisma/seed.ts",
      "scripts/demo.ts",
      "scripts/lib/follower-url.ts",
      "tests/support/outbox.ts",
      "e2e/cards/mails.spec.ts",
      "e2e/payments/receipt.spec.ts", // eject: payments
      "e2e/renewals/clock.spec.ts", // eject: renewals
      "e2e/renewals/recovery.spec.ts", // eject: renewals
      "lib/platform/demo-port.ts",
    ],
    scripts: ["demo"],
  },
  // eject:end demo
  // eject:start sandbox
  {
    name: "sandbox",
    title: "the local ProcessOut, and the tests that need it unless PROCESSOUT_SANDBOX names another",
    needs: [],
    paths: [
      "docs/decisions/0001-sandbox-process.md",
      "docs/decisions/0019-sandbox-lmdb.md",
      "docs/decisions/0020-sandbox-node-http.md",
      "docs/decisions/0021-sandbox-facts.md",
      "docs/decisions/0030-sandbox-package.md",
      "sandbox",
      "scripts/sandbox.ts",
    ],
    scripts: ["sandbox"],
  },
  // eject:end sandbox
];

/** Goes with the last feature that can be removed. */
export const EJECT: Feature = {
  name: "eject",
  title: "this command",
  needs: [],
  paths: ["docs/decisions/0028-eject.md", "scripts/eject", "scripts/eject.ts", "docs/eject-markers.md"],
  scripts: ["eject"],
};

/** Ready-made selections: what each of them removes. */
export const SELECTIONS: Record<string, { title: string; removes: string[] }> = {
  cards: {
    title: "sign-in, customers, saved cards, webhooks, worker and mails",
    removes: ["shop", "payments", "subscriptions", "renewals", "office"],
  },
  // eject:start payments
  payments: {
    title: "cards, shop, orders and payments",
    removes: ["subscriptions", "renewals", "office"],
  },
  // eject:end payments
  // eject:start office
  everything: {
    title: "every feature, without demo and sandbox",
    removes: ["demo", "sandbox"],
  },
  // eject:end office
};

export const pathsOf = ({ name, paths }: Feature): string[] => [
  ...["lib", "components", "e2e"].map((folder) => `${folder}/${name}`),
  `prisma/schema/${name}.prisma`,
  `prisma/constraints/${name}.sql`,
  ...paths,
];
