// The folder graph of production code: tests beside the code import their support, which imports the code again.
const { options } = require("./.dependency-cruiser.cjs");
const { TESTS } = require("./scripts/lint/rooms.cjs");

module.exports = {
  forbidden: [
    {
      name: "no-circular-folders",
      comment: "Two folders that need each other are one room.",
      severity: "error",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: `${options.exclude.path}|${TESTS}` } },
};
