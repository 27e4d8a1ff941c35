import { z } from "zod";
import { pageNumber } from "@/lib/platform/page-number";

const word = z.string().max(120).catch("");

/** The query parameters of the office's lists. Invalid values are treated as absent. */
export const listParams = z.object({
  q: word,
  state: word,
  page: pageNumber,
});

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
