import type { ThreeDSecure } from "../scenarios/behaviour";
import { scenarioOf } from "../scenarios/deck";
import type { AuthenticationRow, CardRow, CustomerAction, Device } from "../store/rows";
import type { Engine } from "./engine";
import { invalid } from "./errors";
import { decodeGatewayRequest, encodeGatewayRequest } from "./gateway-request";
import { newId } from "./ids";

/**
 * 3-D Secure for verifications and payments alike: `owner` is the token being verified or the invoice being paid.
 * It knows neither; the caller acts on the step that it returns.
 */
export type Step =
  | { kind: "action"; action: CustomerAction; authentication: AuthenticationRow }
  /** Authenticated, or not needed (`authentication` is null). */
  | { kind: "passed"; authentication: AuthenticationRow | null }
  | {
      kind: "refused";
      code: "card.failed-3ds" | "card.expired-3ds" | "customer.canceled";
      authentication: AuthenticationRow;
    };

export type Purpose = {
  projectId: string;
  owner: string;
  /** Decimal amount and currency, for the bank's page. */
  amount: string;
  currency: string;
  device?: Device | null;
  /** A merchant-initiated transaction: off-session, without a challenge. */
  merchantInitiated?: boolean;
  returnUrl?: string | null;
};

type Here = Engine & { baseUrl: string };

const EXPIRES_AFTER_MS = 60 * 60 * 1000;

/** The 3-D Secure flow that this card requires for this payment; null for none. */
export function requirement(card: CardRow, merchantInitiated = false): ThreeDSecure | null {
  const wanted = scenarioOf(card).three_d_s;
  return wanted && !(merchantInitiated && wanted.required === "sca") ? wanted : null;
}

/** Starts 3-D Secure for a card, or resumes the run its owner has open (3DS1 repeats the card id). */
export function authenticate(here: Here, card: CardRow, purpose: Purpose): Step {
  const wanted = requirement(card, purpose.merchantInitiated);
  if (!wanted) return { kind: "passed", authentication: null };
  const open = latestOf(here, purpose.owner);
  if (open && open.card_id === card.id && open.stage !== "done") return next(here, open);

  const authentication = here.store.authentications.insert({
    id: newId("auth"),
    project_id: purpose.projectId,
    owner: purpose.owner,
    card_id: card.id,
    version: wanted.version,
    channel: isApp(purpose.device) && wanted.version === 2 ? "app" : "browser",
    stage: wanted.fingerprint === "none" ? "challenge" : "fingerprint",
    fingerprint: "not-asked",
    challenged: false,
    result: wanted.fingerprint === "none" && !wanted.challenge ? "authenticated" : null,
    action: null,
    return_url: purpose.returnUrl ?? null,
    amount: purpose.amount,
    currency: purpose.currency,
    created_at: here.clock.stamp(),
  });
  return next(here, authentication);
}

/** Resumes with the `gway_req_` of a client. Throws request.source.invalid when it belongs to another resource. */
export function continueAuthentication(here: Here, source: string, owner: string): Step {
  const returned = decodeGatewayRequest(source);
  const found = returned.authenticationId
    ? here.store.authentications.get(returned.authenticationId)
    : latestOf(here, owner);
  if (!found || found.owner !== owner) {
    throw invalid(
      "request.source.invalid",
      "The gateway request does not belong to this resource.",
      "source",
    );
  }
  const authentication = { ...found };
  if (authentication.stage === "fingerprint") {
    const completed = authentication.fingerprint === "completed" || returned.appFingerprint;
    authentication.fingerprint = completed && !returned.fingerprintTimedOut ? "completed" : "timed-out";
    authentication.stage = "challenge";
  } else if (
    authentication.stage === "challenge" &&
    authentication.channel === "app" &&
    returned.transStatus
  ) {
    authentication.result = returned.transStatus === "Y" ? "authenticated" : "failed";
  }
  return next(here, authentication);
}

export const getAuthentication = ({ store }: Engine, id: string) => store.authentications.get(id);

/** Called by the hidden fingerprint page. Returns the source that the page posts to its parent. */
export function completeFingerprint(here: Here, id: string): { source: string } | undefined {
  const authentication = here.store.authentications.get(id);
  if (!authentication) return undefined;
  if (authentication.stage === "fingerprint") {
    here.store.transaction(() =>
      here.store.authentications.put({ ...authentication, fingerprint: "completed" }),
    );
  }
  return { source: sourceFor(here, authentication, "fingerprint") };
}

/** Records the cardholder's answer; the first one counts. Returns the source that the page posts. */
export function answerChallenge(
  here: Here,
  id: string,
  answer: "approve" | "decline" | "cancel",
): { source: string } | undefined {
  const authentication = here.store.authentications.get(id);
  if (!authentication) return undefined;
  if (authentication.stage === "challenge" && authentication.result === null) {
    const result = { approve: "authenticated", decline: "failed", cancel: "canceled" } as const;
    here.store.transaction(() =>
      here.store.authentications.put({ ...authentication, result: result[answer] }),
    );
  }
  return { source: sourceFor(here, authentication, authentication.version === 1 ? "v1" : "challenge") };
}

/** Saves the run and returns its next step. */
function next(here: Here, authentication: AuthenticationRow): Step {
  const card = here.store.cards.get(authentication.card_id);
  const wanted = card ? scenarioOf(card).three_d_s : null;
  const save = (changes: Partial<AuthenticationRow>) => {
    const saved = { ...authentication, ...changes };
    here.store.authentications.put(saved);
    return saved;
  };

  if (authentication.stage === "challenge" && authentication.result === null && !wanted?.challenge) {
    return { kind: "passed", authentication: save({ result: "authenticated", stage: "done" }) };
  }
  if (authentication.result === "authenticated") {
    return { kind: "passed", authentication: save({ stage: "done" }) };
  }
  if (authentication.result !== null) {
    const code = authentication.result === "canceled" ? "customer.canceled" : "card.failed-3ds";
    return { kind: "refused", code, authentication: save({ stage: "done" }) };
  }
  if (here.clock.ms() - Date.parse(authentication.created_at) > EXPIRES_AFTER_MS) {
    const expired = save({ stage: "done", result: "failed" });
    return { kind: "refused", code: "card.expired-3ds", authentication: expired };
  }
  const action = actionFor(here, authentication, wanted);
  const asked: Partial<AuthenticationRow> =
    authentication.stage === "fingerprint" ? { fingerprint: "asked" } : { challenged: true };
  return { kind: "action", action, authentication: save({ ...asked, action }) };
}

function actionFor(
  here: Here,
  { id, stage, version, channel }: AuthenticationRow,
  wanted: ThreeDSecure | null,
): CustomerAction {
  const page = (name: string) => `${here.baseUrl}/three-d-s/${name}/${id}`;
  if (version === 1) {
    const metadata = wanted?.page === "full-page" ? { metadata: { no_iframe: "true" } } : {};
    return { type: "url", value: page("v1"), ...metadata };
  }
  if (stage === "fingerprint") {
    return channel === "app" ? appFingerprint(id) : { type: "fingerprint", value: page("fingerprint") };
  }
  return channel === "app" ? appChallenge(id) : { type: "redirect", value: page("challenge") };
}

function sourceFor(here: Here, { id }: AuthenticationRow, page: string): string {
  return encodeGatewayRequest({
    url: `${here.baseUrl}/three-d-s/${page}/${id}`,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: `threeDSServerTransID=${id}`,
  });
}

function latestOf({ store }: Engine, owner: string): AuthenticationRow | undefined {
  return store.authentications.list("owner", owner, { order: "desc", limit: 1 })[0];
}

/** Phones say so with their channel, or by naming a native 3-D Secure SDK. */
function isApp(device: Device | null | undefined): boolean {
  return device?.channel === "ios" || device?.channel === "android" || Boolean(device?.threeds_sdk);
}

/** For the actions of native 3-D Secure SDKs: base64 of JSON, in the shapes of server-api.md §4.7. */
const encode = (data: Record<string, unknown>) => Buffer.from(JSON.stringify(data)).toString("base64");

function appFingerprint(id: string): CustomerAction {
  return {
    type: "fingerprint-mobile",
    value: encode({
      directoryServerID: "A000000003",
      directoryServerPublicKey: "sandbox",
      directoryServerRootCAs: [],
      threeDSServerTransID: id,
      messageVersion: "2.1.0",
    }),
  };
}

function appChallenge(id: string): CustomerAction {
  return {
    type: "challenge-mobile",
    value: encode({
      acsTransID: id,
      acsReferenceNumber: "sandbox-acs",
      acsSignedContent: "sandbox",
      threeDSServerTransID: id,
    }),
  };
}
