import { invalid } from "./errors";
import { isObject } from "./params";

const PREFIX = "gway_req_";

export const isGatewayRequest = (source: string) => source.startsWith(PREFIX);

export type GatewayRequest = {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** `gway_req_` and the base64 of a JSON request: the source that a client sends after a customer action (§4.7). */
export function encodeGatewayRequest(request: GatewayRequest): string {
  return PREFIX + Buffer.from(JSON.stringify(request)).toString("base64");
}

/** The contents of a gateway request that a client sent after a customer action. */
export type GatewayRequestContents = {
  /** Of the authentication, when its URL is in the request; phones send a body alone. */
  authenticationId: string | null;
  fingerprintTimedOut: boolean;
  /** A phone's fingerprint: `deviceChannel` is `app`. */
  appFingerprint: boolean;
  /** A phone's challenge. */
  transStatus: string | null;
  /** What a shop's own request to the sandbox gateway pays with, in its URL or its body. */
  gatewayToken: string | null;
};

/** Reads the sources of the sandbox's pages, the browser's fingerprint time-out, and the native bodies of phones. */
export function decodeGatewayRequest(source: string): GatewayRequestContents {
  const request = parse(Buffer.from(source.slice(PREFIX.length), "base64").toString("utf8"));
  if (!isObject(request))
    throw invalid("request.source.invalid", "The gateway request is not readable.", "source");
  const body = typeof request.body === "string" ? request.body : "";
  const data = parse(body);
  const fields = isObject(data) ? data : {};
  return {
    authenticationId: typeof request.url === "string" ? idOf(request.url) : null,
    fingerprintTimedOut: body.includes("threeDS2FingerprintTimeout"),
    appFingerprint: fields.deviceChannel === "app" || "sdkTransID" in fields,
    transStatus: typeof fields.transStatus === "string" ? fields.transStatus : null,
    gatewayToken: typeof fields.token === "string" ? fields.token : tokenIn(request.url),
  };
}

const idOf = (url: string) => /\/three-d-s\/[a-z0-9]+\/(auth_[A-Za-z0-9]+)/.exec(url)?.[1] ?? null;

const tokenIn = (url: unknown) =>
  typeof url === "string" && URL.canParse(url) ? new URL(url).searchParams.get("token") : null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
