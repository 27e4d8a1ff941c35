import { z } from "zod";

const word = z.string().max(120).catch("");

/** What the lists of the office read from their address; nonsense in it is like nothing in it. */
export const listParams = z.object({
  q: word,
  state: word,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
