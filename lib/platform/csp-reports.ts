import { z } from "zod";
import { now } from "./clock";
import { db } from "./db";
import { DAY_MS, MINUTE_MS } from "./durations";
import { log } from "./log";
import { type Limit, reserve } from "./rate-limit";
import { readBody } from "./read-body";

const MAX_BYTES = 8 * 1024;
const MAX_ROWS = 200;
const KEPT_MS = 30 * DAY_MS;
const FROM_ALL: Limit = { limit: 120, windowMs: MINUTE_MS };
const FROM_ONE_ADDRESS: Limit = { limit: 20, windowMs: MINUTE_MS };

/** What the content security policy has blocked in a browser, and what is kept of it. No query string, no id and no sample of the blocked script: they may name a person. */
type CspViolation = { directive: string; blocked: string; page: string };

/**
 * Keeps a report, once with a count. Drops it without a word when there are too many, it is too long, or it is no report
 * about a page of `origin`. The limits come before the body is read.
 */
export async function receiveCspReport(
  request: Request,
  { origin, addressKey }: { origin: string; addressKey: string | null },
): Promise<void> {
  if (!request.headers.get("content-type")?.startsWith("application/csp-report")) return;
  if (addressKey && !(await reserve(`csp reports from ${addressKey}`, FROM_ONE_ADDRESS))) return;
  if (!(await reserve("csp reports", FROM_ALL))) return;
  const violation = parseCspReport(await readBody(request, MAX_BYTES), origin);
  if (violation) await keep(violation);
}

const reportSchema = z.object({
  "csp-report": z.object({
    "document-uri": z.string(),
    "blocked-uri": z.string(),
    "effective-directive": z.string().optional(),
    "violated-directive": z.string().optional(),
  }),
});

/** The part of a report that is kept, or null for anything that is no report about a page of `origin`. */
export function parseCspReport(body: string | null, origin: string): CspViolation | null {
  const parsed = reportSchema.safeParse(parseJson(body ?? ""));
  if (!parsed.success) return null;
  const report = parsed.data["csp-report"];
  const [directive = ""] = (report["effective-directive"] || report["violated-directive"] || "").split(" ");
  const document = parseUrl(report["document-uri"]);
  if (!/^[a-z-]{1,40}$/.test(directive) || document?.origin !== origin) return null;
  return { directive, blocked: originOf(report["blocked-uri"]), page: pageOf(document.pathname) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const parseUrl = (text: string) => (URL.canParse(text) ? new URL(text) : null);

/** The origin of what was blocked, or the word that browsers use for what has none: `inline`, `eval`, `data`. */
function originOf(uri: string): string {
  if (/^[a-z-]{1,40}$/.test(uri)) return uri;
  const url = parseUrl(uri);
  if (!url) return "unknown";
  return url.origin === "null" ? url.protocol.slice(0, 40) : url.origin.slice(0, 200);
}

/** The page without what names an order, a card or a person: only plain words stay. */
function pageOf(path: string): string {
  const parts = path.split("/").slice(0, 5);
  return parts.map((part) => (/^[a-z-]{0,30}$/.test(part) ? part : "…")).join("/");
}

async function keep(violation: CspViolation): Promise<void> {
  const at = await now();
  const data = { count: { increment: 1 }, lastAt: at };
  const countAgain = () => db().cspReport.updateMany({ where: violation, data });
  if ((await countAgain()).count > 0) return;
  log.warn("csp.violation", violation);
  await db().cspReport.deleteMany({ where: { lastAt: { lt: new Date(at.getTime() - KEPT_MS) } } });
  if ((await db().cspReport.count()) >= MAX_ROWS) return;
  const first = { ...violation, count: 1, firstAt: at, lastAt: at };
  const { count } = await db().cspReport.createMany({ data: first, skipDuplicates: true });
  if (count === 0) await countAgain();
}
