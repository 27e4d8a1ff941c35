import { scenarioOf } from "../../scenarios/scenarios";
import type { AuthenticationRow, CardRow, TokenRow } from "../../store/rows";
import { fireEvent } from "../events";
import type { Engine } from "../route";
import { becomeDefault } from "../rules/default-token";
import { tokenWire } from "../wire/token";
import { type Attached, summaryOf } from "./attach";
import { finishVerification, startVerification } from "./verification-invoice";

/** How long the bank takes when it answers later. */
const LATER_MS = 15_000;

/**
 * Verifies a token's card, now that the cardholder was authenticated: the zero-amount payment of
 * server-api.md §5. The scenario says how it ends.
 */
export function verifyNow(
  engine: Engine & { baseUrl: string },
  unverified: TokenRow,
  card: CardRow,
  authentication: AuthenticationRow | null,
): Attached {
  const invoice_id = startVerification(engine, unverified, card, authentication);
  const token = { ...unverified, invoice_id };
  const { verify } = scenarioOf(card);
  switch (verify) {
    case "success":
      return { kind: "done", token: succeed(engine, token, card) };
    case "later-success":
    case "later-failure":
      engine.jobs.schedule("verification", `${token.id}#${card.id}`, engine.clock.ms() + LATER_MS);
      return { kind: "done", token: settle(engine, token, card, "pending") };
    case "never":
      return { kind: "done", token: settle(engine, token, card, "pending") };
    case "unknown":
      return { kind: "done", token: settle(engine, token, card, "unknown") };
    default:
      return { kind: "declined", token: fail(engine, token, card, verify), code: verify };
  }
}

/** The bank's late answer: nobody is waiting for it, so it is told by an event. */
export function answerLate(engine: Engine, subject: string): void {
  const [tokenId = "", cardId = ""] = subject.split("#");
  const token = engine.store.tokens.get(tokenId);
  const card = engine.store.cards.get(cardId);
  if (!card || token?.card_id !== card.id || token.verification_status !== "pending") return;
  const settled =
    scenarioOf(card).verify === "later-success"
      ? succeed(engine, token, card)
      : fail(engine, token, card, "card.declined");
  fireEvent(
    engine,
    token.project_id,
    "customer.token.updated",
    "token",
    tokenWire(engine, settled, new Map([["customer", new Map()]])),
    token.webhook_url,
  );
}

function fail(engine: Engine, token: TokenRow, card: CardRow, code: string): TokenRow {
  finishVerification(engine, token, code);
  return settle(engine, token, card, "failed");
}

function succeed(engine: Engine, token: TokenRow, given: CardRow): TokenRow {
  finishVerification(engine, token, null);
  const card = engine.store.cards.get(given.id) ?? given;
  engine.store.cards.put({ ...card, used_by: token.id, authorized_count: card.authorized_count + 1 });
  const verified = settle(engine, token, card, "success");
  becomeDefault(engine, verified);
  return verified;
}

function settle(
  { store }: Engine,
  token: TokenRow,
  card: CardRow,
  verification_status: TokenRow["verification_status"],
): TokenRow {
  const settled: TokenRow = {
    ...token,
    card_id: card.id,
    type: "card",
    summary: token.summary ?? summaryOf(card),
    verification_status,
    is_chargeable: verification_status === "success",
  };
  store.tokens.put(settled);
  return settled;
}
