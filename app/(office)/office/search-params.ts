import { z } from "zod";

const word = z.string().max(120).catch("");

/** The query parameters of the office's lists. Invalid values are treated as absent. */
export const listParams = z.object({
  q: word,
  state: word,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
