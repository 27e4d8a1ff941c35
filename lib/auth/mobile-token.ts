import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import { getSessionUser } from "./users";
import { makeViewer, type Viewer } from "./viewer";

const FIFTEEN_MINUTES = 15 * 60;

/** Derived, so that a session cookie is no bearer token and a bearer token is no session cookie. */
const secret = () => createHash("sha256").update(`mobile:${env().NEXTAUTH_SECRET}`).digest("hex");

/** A bearer token for the mobile API, good for fifteen minutes (`expiresIn`, seconds) and while the epoch stands. */
export async function issueMobileToken(viewer: Viewer) {
  const row = await getSessionUser(viewer.userId);
  const claims = { sub: viewer.userId, epoch: row?.sessionEpoch };
  const accessToken = await encode({ token: claims, secret: secret(), maxAge: FIFTEEN_MINUTES });
  return { accessToken, tokenType: "Bearer", expiresIn: FIFTEEN_MINUTES };
}

/** Who a request's bearer token speaks for. Null for none, a tampered or old one, and for a session cookie. */
export async function getMobileViewer(request: Request): Promise<Viewer | null> {
  const bearer = /^Bearer ([\w.-]+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!bearer) return null;
  const claims = await decode({ token: bearer, secret: secret() }).catch(() => null);
  if (!claims?.sub) return null;
  const row = await getSessionUser(claims.sub);
  return row && row.sessionEpoch === claims.epoch ? makeViewer(row.id) : null;
}
