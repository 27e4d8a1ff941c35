import { z } from "zod";

/** The page of a list, from an address. Nonsense in it is the first page. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
