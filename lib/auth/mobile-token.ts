import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import { getSessionUser } from "./users";
import { makeViewer, type Viewer } from "./viewer";

const FIFTEEN_MINUTES = 15 * 60;

/** A derived secret, so that a session cookie is not accepted as a bearer token, nor the reverse. */
const secret = () => createHash("sha256").update(`mobile:${env().NEXTAUTH_SECRET}`).digest("hex");

/** A bearer token for the mobile API, valid for fifteen minutes (`expiresIn`, in seconds) or until a sign-out everywhere. */
export async function issueMobileToken(viewer: Viewer) {
  const row = await getSessionUser(viewer.userId);
  const claims = { sub: viewer.userId, epoch: row?.sessionEpoch };
  const accessToken = await encode({ token: claims, secret: secret(), maxAge: FIFTEEN_MINUTES });
  return { accessToken, tokenType: "Bearer", expiresIn: FIFTEEN_MINUTES };
}

/** The viewer of a request's bearer token. Null without a valid one. */
export async function getMobileViewer(request: Request): Promise<Viewer | null> {
  const bearer = /^Bearer ([\w.-]+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!bearer) return null;
  const claims = await decode({ token: bearer, secret: secret() }).catch(() => null);
  if (!claims?.sub) return null;
  const row = await getSessionUser(claims.sub);
  return row && row.sessionEpoch === claims.epoch ? makeViewer(row.id) : null;
}
