import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { addressKeyOf } from "@/lib/platform/address-key";
import { env } from "@/lib/platform/env";
import { makeClaims, readClaims } from "./cookies";
import { touchSession } from "./sessions";
import { makeViewer, type Viewer } from "./viewer";

const FIFTEEN_MINUTES = 15 * 60;

/** A derived secret, so that a session cookie is not accepted as a bearer token, nor the reverse. */
const secret = () => createHash("sha256").update(`mobile:${env().NEXTAUTH_SECRET}`).digest("hex");

/** A bearer token for the mobile API, valid for fifteen minutes (`expiresIn`, in seconds), but not beyond its session. */
export async function issueMobileToken({ sessionId }: { sessionId: string }) {
  const accessToken = await encode({
    token: makeClaims(sessionId),
    secret: secret(),
    maxAge: FIFTEEN_MINUTES,
  });
  return { accessToken, tokenType: "Bearer", expiresIn: FIFTEEN_MINUTES };
}

/** The viewer of a request's bearer token. Null without a valid one. */
export async function getMobileViewer(request: Request): Promise<Viewer | null> {
  const bearer = /^Bearer ([\w.-]+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!bearer) return null;
  const sessionId = readClaims(await decode({ token: bearer, secret: secret() }).catch(() => null));
  const session = sessionId && (await touchSession(sessionId));
  return session
    ? makeViewer(session.userId, addressKeyOf(request.headers.get("x-forwarded-for"), env()))
    : null;
}
