import "server-only";
import { z } from "zod";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { toAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { readBody } from "@/lib/platform/read-body";
import { cleanInput } from "@/lib/platform/typed-text";
import { ProcessOutError, UnavailableError } from "@/lib/processout";
import { getMobileViewer } from "./mobile-token";
import type { Viewer } from "./viewer";

type Params = Record<string, string>;

/**
 * Wraps an endpoint of the mobile API: requires a bearer token, validates the body, then calls `fn`. Every failure is
 * `{ error: { code, message } }` with a sentence that the app may show. A session cookie is not accepted here.
 */
export function mobileRoute<Schema extends z.ZodType>(
  schema: Schema,
  fn: (viewer: Viewer, input: z.output<Schema>, params: Params) => Promise<object>,
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const viewer = await getMobileViewer(request);
      if (!viewer) return refuse(401, "signed-out", sentenceOf("signed-out"));
      const parsed = schema.safeParse(cleanInput(await readJson(request)));
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
        return refuse(400, "invalid", fields.join("; "));
      }
      return answer(200, await fn(viewer, parsed.data, await context.params));
    } catch (error) {
      return failure(error);
    }
  };
}

export const nothing = z.unknown();

const MAX_BYTES = 4096;

async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request, MAX_BYTES);
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function failure(error: unknown): Response {
  const known = toAppError(error);
  if (!known) throw error;
  log.warn("mobile.failed", { error });
  return refuse(statusOf(error, known.code), known.code, known.sentence);
}

function statusOf(error: unknown, code: string): number {
  if (code === "not-found") return 404;
  if (code === "card.too-many-attempts") return 429;
  if (error instanceof UnavailableError || code === "database.unavailable") return 503;
  return error instanceof ProcessOutError && error.status === 401 ? 502 : 409;
}

const refuse = (status: number, code: string, message: string) =>
  answer(status, { error: { code, message } });

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
