import { ensureBaseData } from "../create-engine";
import type { Engine } from "../engine";
import { invalid } from "../errors";
import { tellFollower } from "../follower";
import { read, text } from "../params";
import { currency } from "../readers";
import type { PageRoute } from "../route";
import { insertProject } from "../rules/new-project";
import { SEED_NAMES, seed } from "../seeds";

const PROJECT = { name: text({ max: 80 }), default_currency: currency };

/** Empties the sandbox: rows, faults and request log. The clock returns to real time. */
function reset(engine: Engine) {
  engine.store.transaction(() => {
    engine.store.clear();
    engine.clock.setOffset(0);
    ensureBaseData(engine);
  });
  engine.faults.clear();
  engine.requests.clear();
  engine.jobs.rearm();
}

export const stateControl: PageRoute[] = [
  {
    method: "GET",
    path: "/_sandbox/health",
    handle: ({ clock }) => ({ content: { ok: true, now: clock.now().toISOString() } }),
  },
  {
    method: "POST",
    path: "/_sandbox/reset",
    async handle(context) {
      reset(context);
      return { content: { success: true, is_followed: await tellFollower(context, "emptied") } };
    },
  },
  {
    method: "POST",
    path: "/_sandbox/seed",
    async handle(context) {
      const { name } = read({ name: text({ max: 80 }) }, context.body, () => undefined);
      const known = SEED_NAMES.find((one) => one === name);
      if (!known)
        throw invalid("request.validation.error", `The seeds are ${SEED_NAMES.join(", ")}.`, "name");
      reset(context);
      const made = await seed(context, known);
      return { content: { success: true, ...made, is_followed: await tellFollower(context, "emptied") } };
    },
  },
  {
    // A second environment, with credentials of its own.
    method: "POST",
    path: "/_sandbox/projects",
    handle(context) {
      const { name, default_currency } = read(PROJECT, context.body, () => undefined);
      const project = context.store.transaction(() =>
        insertProject(context, { name: name || "Another project", default_currency }),
      );
      return { content: { project_id: `test-${project.id}`, private_key: project.key, project } };
    },
  },
];
