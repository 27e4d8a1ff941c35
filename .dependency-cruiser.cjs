// Which way imports run: page → action → data → processout, and HTTP as the sandbox's only door. See ARCHITECTURE.md.
const TESTS = "(\\.test\\.tsx?$|\\.replica\\.ts$|/test-[^/]+\\.ts$|/contract-sandbox\\.ts$)";
const CODE = "^(app|components|lib|scripts|e2e|prisma|sandbox|proxy\\.ts|instrumentation\\.ts)";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const paths = (path, pathNot) => (pathNot ? { path, pathNot } : { path });

module.exports = {
  forbidden: [
    forbid(
      "no-circular",
      "Two files that need each other are one file, or three.",
      paths("^(app|components|lib|scripts|e2e)/"),
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "no-unresolvable",
      "An import that leads nowhere. The examples name SDKs that are not ours to install.",
      { pathNot: "^sandbox/examples/" },
      { couldNotResolve: true },
    ),

    forbid("into-sandbox", "HTTP is the sandbox's only door.", paths(CODE, "^sandbox/"), paths("^sandbox/")),
    forbid(
      "out-of-sandbox",
      "HTTP is the sandbox's only door; it declares its own wire types.",
      paths("^sandbox/"),
      paths(CODE, "^sandbox/"),
    ),

    forbid(
      "processout-stands-alone",
      "Copy the folder and it works elsewhere.",
      paths("^lib/processout/", TESTS),
      paths(CODE, "^lib/processout/"),
    ),
    forbid(
      "processout-js-stands-alone",
      "Copy the folder and it works elsewhere.",
      paths("^lib/processout-js/", TESTS),
      paths(CODE, "^lib/processout-js/"),
    ),
    forbid(
      "clients-know-no-framework",
      "Copy the folder and it works elsewhere.",
      paths("^lib/processout(-js)?/"),
      paths("node_modules/(next|react|@prisma)/"),
    ),

    forbid(
      "app-uses-the-data-layer",
      "page → action → data → processout: a route skips no hop.",
      paths("^app/", TESTS),
      paths("^(lib/(db|processout/)|prisma/|scripts/|e2e/)", "^prisma/generated/enums"),
    ),
    forbid(
      "components-are-given-things",
      "Drawing imports pure code; data and actions arrive as props.",
      paths("^components/", TESTS),
      paths(
        "^(app|scripts|e2e|prisma|lib/(data|auth|jobs|webhooks|processout)/|lib/(db|env|clock|demo-clock|log|mail)\\.ts)",
      ),
    ),
    forbid(
      "data-knows-no-session",
      "The worker runs the data layer in plain Node.",
      paths("^lib/data/", TESTS),
      paths("^(app|components|scripts|lib/(auth|jobs|webhooks)/)"),
    ),
    forbid(
      "plain-node",
      "The data layer, jobs and webhooks run without Next.",
      paths("^lib/(data|jobs|webhooks)/"),
      paths("node_modules/(next|next-auth|server-only)/"),
    ),
    forbid(
      "auth-is-above-data",
      "lib/auth uses lib/data and what is below it.",
      paths("^lib/auth/", TESTS),
      paths("^(app|components|scripts|lib/(jobs|webhooks)/)"),
    ),
    forbid(
      "jobs-are-not-screens",
      "Background work uses lib/data and what is below it.",
      paths("^lib/(jobs|webhooks)/", TESTS),
      paths("^(app|components|scripts|lib/auth/)"),
    ),
    forbid(
      "small-files-know-nothing-above",
      "db, clock, money, errors and their like are the floor.",
      paths("^lib/[^/]+\\.ts$", TESTS),
      paths("^(app|components|scripts|lib/(data|auth|jobs|webhooks)/)"),
    ),

    forbid(
      "who-makes-a-viewer",
      "Only a session and a job make one: a plain user id is proof of nothing.",
      paths(CODE, `^(lib/auth/|lib/data/as-system\\.ts|scripts/lib/bench/|e2e/)|${TESTS}`),
      { path: "^lib/data/viewer\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "who-acts-as-system",
      "Background work, and the one place where the office acts on a shopper's behalf.",
      paths(
        CODE,
        `^(lib/data/office/on-behalf\\.ts$|lib/jobs/|lib/webhooks/|prisma/seed\\.ts|e2e/)|${TESTS}`,
      ),
      paths("^lib/data/as-system\\.ts$"),
    ),

    forbid(
      "who-makes-a-staff-viewer",
      "Only `requireStaff()`, which has read the role.",
      paths(CODE, `^lib/auth/|${TESTS}`),
      { path: "^lib/data/office/staff\\.ts$", dependencyTypesNot: ["type-only"] },
    ),

    forbid(
      "no-tests-in-production",
      "A test helper is not part of the product.",
      paths("^(app|components|lib|proxy\\.ts|instrumentation\\.ts)", TESTS),
      paths(TESTS),
    ),
    forbid(
      "nothing-imports-tests",
      "Browser tests are an end, not a means.",
      paths(CODE, "^e2e/"),
      paths("^e2e/"),
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|prisma/generated/internal|node_modules/\\.cache)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
