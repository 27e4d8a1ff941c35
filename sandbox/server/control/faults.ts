import { invalid, notFound } from "../errors";
import { REQUEST_FAULTS, WEBHOOK_FAULTS } from "../faults";
import { flag, integer, oneOf, read, text } from "../params";
import type { PageRoute } from "../route";

const FAULT = {
  match: text({ max: 200 }),
  kind: oneOf([...REQUEST_FAULTS, ...WEBHOOK_FAULTS]),
  status: integer({ min: 200, max: 599 }),
  error_type: text({ max: 200 }),
  latency_ms: integer({ max: 600_000 }),
  times: integer({ min: 1 }),
  after: flag(),
};

const FAULTS = "/_sandbox/faults";

/** Injected faults; see `Fault` for what each field means. */
export const faultControl: PageRoute[] = [
  { method: "GET", path: FAULTS, handle: ({ faults }) => ({ content: { faults: faults.list() } }) },
  {
    method: "POST",
    path: FAULTS,
    handle({ faults, body }) {
      const { kind, match, ...rest } = read(FAULT, body, (name) => {
        throw invalid("request.validation.error", `Unknown parameter ${name}.`, name);
      });
      if (!kind) throw invalid("request.validation.error", "kind is missing.", "kind");
      return { content: { fault: faults.add({ match: match || "*", kind, ...rest }) } };
    },
  },
  {
    method: "DELETE",
    path: FAULTS,
    handle({ faults }) {
      faults.clear();
      return { content: { success: true } };
    },
  },
  {
    method: "DELETE",
    path: `${FAULTS}/:fault`,
    handle({ faults, path }) {
      if (!faults.remove(path.fault ?? "")) throw notFound("fault");
      return { content: { success: true } };
    },
  },
];
