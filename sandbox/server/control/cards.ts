import { SCENARIOS, scenarioNamed } from "../../scenarios/deck";
import { DEFAULT_PROJECT_ID, projectIdOf } from "../auth";
import { invalid, notFound } from "../errors";
import { integer, read, text } from "../params";
import { showCard } from "../resources";
import type { PageRoute } from "../route";
import { insertCardOf } from "../rules/new-card";

const NEW_CARD = {
  scenario: text({ max: 80 }),
  exp_month: integer({ min: 1, max: 12 }),
  exp_year: integer({ min: 2000, max: 2199 }),
  name: text({ max: 255 }),
  project_id: text({ max: 80 }),
};

/** The list of test cards, and new card ids by scenario, so that no other program has to know a card number. */
export const cardControl: PageRoute[] = [
  {
    method: "GET",
    path: "/_sandbox/scenarios",
    handle: () => ({ content: { scenarios: [...SCENARIOS] } }),
  },
  {
    method: "POST",
    path: "/_sandbox/cards",
    handle(context) {
      const { store, body } = context;
      const given = read(NEW_CARD, body, () => undefined);
      const scenario = scenarioNamed(given.scenario ?? "visa");
      if (!scenario) throw invalid("request.validation.error", "There is no such scenario.", "scenario");
      const project_id = projectIdOf(given.project_id || DEFAULT_PROJECT_ID);
      if (!store.projects.get(project_id)) throw notFound("project");
      const { exp_month, exp_year } = given;
      const expiry = { ...(exp_month && { exp_month }), ...(exp_year && { exp_year }) };
      const card = store.transaction(() =>
        insertCardOf(context, scenario, { project_id, ...expiry, name: given.name || null }),
      );
      return { content: { card: showCard(context, card) } };
    },
  },
];
