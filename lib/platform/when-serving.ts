import { toAppError } from "./errors";
import { log } from "./log";

/** Wraps a route that reads the database: while the database does not answer, the response is 503 with `Retry-After`. */
export const whenServing =
  <Args extends unknown[]>(route: (...args: Args) => Promise<Response>) =>
  async (...args: Args): Promise<Response> => {
    try {
      return await route(...args);
    } catch (error) {
      const known = toAppError(error);
      if (known?.code !== "database.unavailable") throw error;
      log.error("route.unavailable", { error: known });
      return Response.json(
        { error: { code: known.code, message: known.sentence } },
        { status: 503, headers: { "Retry-After": "10", "Cache-Control": "no-store" } },
      );
    }
  };
