import { z } from "zod";

/** The page of a list, from a search parameter. Anything invalid is page 1. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
