// Which way imports run. See ARCHITECTURE.md.
const { ROOMS, TESTS } = require("./scripts/lint/rooms.cjs");

const CODE = "^(app|components|lib|scripts|e2e|tests|prisma|sandbox|proxy\\.ts|instrumentation\\.ts)";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const paths = (path, pathNot) => (pathNot ? { path, pathNot } : { path });

const roomRules = ROOMS.slice(0, -1).map((room, index) =>
  forbid(
    `${room}-is-below`,
    `lib/${room} and components/${room} do not know the features that stand on them.`,
    paths(`^(lib|components)/${room}/`, TESTS),
    paths(`^(lib|components)/(${ROOMS.slice(index + 1).join("|")})/`),
  ),
);

module.exports = {
  forbidden: [
    forbid("no-circular", "Two files that need each other are one file, or three.", paths(CODE), {
      circular: true,
    }),
    forbid(
      "no-unresolvable",
      "An import that leads nowhere. The examples name SDKs that are not dependencies of this project.",
      { pathNot: "^sandbox/examples/" },
      { couldNotResolve: true },
    ),

    // eject:start sandbox
    forbid(
      "into-sandbox",
      "The sandbox is used over HTTP only.",
      paths(CODE, "^sandbox/"),
      paths("^sandbox/"),
    ),
    forbid(
      "out-of-sandbox",
      "The sandbox is used over HTTP only; it declares its own wire types.",
      paths("^sandbox/"),
      paths(CODE, "^sandbox/"),
    ),
    // eject:end sandbox

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

    ...roomRules,
    forbid(
      "lib-draws-nothing",
      "Data and rules do not know the pages that show them.",
      paths("^lib/", TESTS),
      paths("^(app|components|scripts)/"),
    ),
    forbid(
      "components-know-no-route",
      "Actions and data arrive as props.",
      paths("^components/", TESTS),
      paths("^(app|scripts)/"),
    ),
    forbid(
      "shared-components-know-no-feature",
      "Primitives and the page frame are given what features draw in them; the frame shows who is signed in.",
      paths("^components/(ui|layout|brand)/", TESTS),
      paths(`^components/(${ROOMS.filter((room) => room !== "auth").join("|")}|demo)/`),
    ),
    // eject:start demo
    forbid(
      "demo-comes-off",
      "Only app/, the scripts and the seed know the demo: `npm run eject` removes it with their marked lines.",
      paths("^(lib|components)/", `^(lib|components)/demo/|${TESTS}`),
      paths("^(lib|components)/demo/"),
    ),
    // eject:end demo
    forbid(
      "components-reach-no-database",
      "Components import pure code; what reads or writes is given to them as props.",
      paths("^components/", TESTS),
      { path: "^(lib/platform/(db|env)\\.ts|lib/processout/|prisma/generated/client)", reachable: true },
    ),
    forbid(
      "pages-use-the-features",
      "page → action → feature → ProcessOut: a route skips no step.",
      paths("^app/", TESTS),
      paths("^(lib/(platform/db\\.ts|processout/)|prisma/|scripts/|e2e/)", "^prisma/generated/enums"),
    ),
    forbid(
      "features-know-no-framework",
      "The worker runs the features in plain Node; only auth knows Next.",
      paths("^lib/", "^lib/auth/"),
      paths("node_modules/(next|next-auth|server-only)/"),
    ),
    forbid(
      "worker-runs-in-plain-node",
      "Nothing that the worker reaches imports Next.",
      paths("^scripts/worker\\.ts$"),
      { path: "node_modules/(next|next-auth|server-only)/", reachable: true },
    ),

    forbid(
      "who-makes-a-viewer",
      "Only a session and a background job make one: a plain user id proves nothing.",
      paths(CODE, `^(lib/auth/|scripts/lib/bench/|e2e/)|${TESTS}`),
      { path: "^lib/auth/viewer\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "who-acts-as-system",
      "Jobs, webhook handlers, and the one place where staff act for a shopper.",
      paths(
        CODE,
        `^(lib/[a-z]+/(jobs|webhook)\\.ts$|lib/office/as-shopper\\.ts$|lib/demo/seed\\.ts$|e2e/)|${TESTS}`,
      ),
      paths("^lib/auth/as-system\\.ts$"),
    ),
    // eject:start office
    forbid(
      "who-makes-a-staff-viewer",
      "Only `requireStaff()`, which has read the role.",
      paths(CODE, `^lib/auth/|${TESTS}`),
      { path: "^lib/auth/staff-viewer\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    // eject:end office

    forbid(
      "no-tests-in-production",
      "A test helper is not part of the product.",
      paths("^(app|components|lib|proxy\\.ts|instrumentation\\.ts)", TESTS),
      paths(TESTS),
    ),
    forbid(
      "nothing-imports-browser-tests",
      "Browser tests are an end, not a means.",
      paths(CODE, "(^|/)e2e/"),
      paths("(^|/)e2e/"),
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
