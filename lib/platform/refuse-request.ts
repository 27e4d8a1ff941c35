import { env } from "./env";
import { isServerReply } from "./server-reply";
import { containsCardNumber, isStorable } from "./typed-text";

/** Our longest form is under 8 KB. A longer body is refused before it is read. */
const MAX_BODY_BYTES = 64 * 1024;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const CARD_NUMBER_IN_ADDRESS =
  "This address holds a card number. Please go back and search by an id or the last four digits instead.";

type Refusal = { status: number; problem: string };

/**
 * The answer to a request that no browser or client of ours sends and that Next.js would answer with an error 500, or
 * null. Everything that a page or route reads by itself is checked there.
 */
export async function refuseRequest(request: Request): Promise<Response | null> {
  const refusal = findProblem(request) ?? (await findProblemOfAction(request));
  return refusal && new Response(`${refusal.problem}\n`, { status: refusal.status });
}

function findProblem({ method, url, headers }: Request): Refusal | null {
  if (!METHODS.includes(method)) return { status: 405, problem: "This method is not supported." };
  if (!isReadableAddress(url)) return { status: 400, problem: "This address is malformed." };
  if ([...new URL(url).searchParams.values()].some(containsCardNumber)) {
    return { status: 400, problem: CARD_NUMBER_IN_ADDRESS };
  }
  const length = headers.get("content-length");
  if (length === null && headers.has("transfer-encoding") && !readsWithinLimit(url)) {
    return { status: 411, problem: "Send the length of the body." };
  }
  if (Number(length) > MAX_BODY_BYTES) return { status: 413, problem: "This request is too long." };
  return null;
}

/** Routes for other programs, which may not know the length when they begin to send: these use `readBody`. */
const readsWithinLimit = (url: string) =>
  /^\/api\/(webhooks|mobile)\/|^\/api\/csp-reports$/.test(new URL(url).pathname);

function isReadableAddress(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  try {
    return isStorable(decodeURIComponent(pathname)) && [...searchParams].flat().every(isStorable);
  } catch {
    return false;
  }
}

/** A server action is called with its id in a header by React, or with its id in a field by a form without script. */
async function findProblemOfAction(request: Request): Promise<Refusal | null> {
  const { headers, method } = request;
  const isForm = headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (method !== "POST" || !(headers.has("next-action") || isForm)) return null;
  if (!isFromOurPage(headers)) return { status: 403, problem: "This request came from another site." };
  const isReadable = await isServerReply(request.clone(), isForm);
  return isReadable ? null : { status: 400, problem: "This request is malformed." };
}

/** Next.js compares the two as well, and answers with an error. Clients that are no browser send no origin. */
function isFromOurPage(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin === null || origin === new URL(env().NEXTAUTH_URL).origin;
}
