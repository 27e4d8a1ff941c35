import { Refusal } from "../lib/refusal";
import { EJECT, FEATURES, type Feature, SELECTIONS } from "./features";

export type Wish = { keep?: string; without?: string[] };

/** The features that go, with those that cannot be without them. Refuses what cannot be. */
export function planEject(
  { keep, without = [] }: Wish,
  features = FEATURES,
  selections = SELECTIONS,
): Feature[] {
  const selection = keep === undefined ? undefined : selections[keep];
  if (keep !== undefined && !selection) {
    throw new Refusal(`There is no selection "${keep}": ${Object.keys(selections).join(", ")}.`);
  }
  const names = features.map(({ name }) => name);
  const unknown = without.filter((name) => !names.includes(name) && !isGone(name, selections));
  if (unknown.length > 0) {
    throw new Refusal(`There is no feature "${unknown.join('", "')}" to remove: ${names.join(", ")}.`);
  }
  const going = new Set([...(selection?.removes ?? []), ...without]);
  for (let size = -1; size !== going.size; ) {
    size = going.size;
    for (const { name, needs } of features) if (needs.some((need) => going.has(need))) going.add(name);
  }
  const removed = features.filter(({ name }) => going.has(name));
  if (removed.length === 0)
    throw new Refusal("There is nothing to remove: this project is that selection already.");
  return removed.length === features.length ? [...removed, EJECT] : removed;
}

/** A feature that an earlier eject removed is not a mistake to name. */
const isGone = (name: string, selections: typeof SELECTIONS) =>
  Object.values(selections).some(({ removes }) => removes.includes(name));
