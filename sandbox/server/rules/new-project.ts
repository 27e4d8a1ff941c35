import type { ProjectRow } from "../../store/rows";
import type { Engine } from "../engine";
import { randomText } from "../ids";

type NewProject = { name: string; default_currency?: string | undefined; supervisor_project_id?: string };

/** Another environment, with credentials of its own: `test-` and its id, and the key in the row. */
export function insertProject({ store, clock }: Engine, given: NewProject): ProjectRow {
  return store.projects.insert({
    ...given,
    id: `proj_${randomText(32)}`,
    key: `key_sandbox_${randomText(32)}`,
    default_currency: given.default_currency ?? "EUR",
    created_at: clock.stamp(),
  });
}
