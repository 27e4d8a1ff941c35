import { deviceData } from "../../client/device";
import { apiOrigin } from "./api-origin";

type Failure = { error: { code: string | undefined; message: string | undefined } };
export type CardResult = { token: string; card: unknown } | Failure;
type Answer = {
  success?: boolean;
  error_type?: string;
  message?: string;
  card?: { id: string };
  card_information?: CardInformation;
};
type CardInformation = { scheme: string | null; co_scheme?: string | null };

async function call(projectID: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = {
    "Content-Type": "application/json",
    "API-Version": "1.3.0.0",
    Authorization: `Basic ${btoa(`${projectID}:`)}`,
  };
  const response = await fetch(apiOrigin(location.hostname) + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json().catch(() => ({}));
}

const unreachable: Failure = { error: { code: "processout-js.network-issue", message: undefined } };

/** Creates the card from this frame: the merchant's page never holds the number. */
export async function createCard(projectID: string, card: Record<string, unknown>): Promise<CardResult> {
  const device = deviceData();
  try {
    const answer = await call(projectID, "POST", "/cards", { contact: {}, ...card, ...device, device });
    if (answer.success && answer.card) return { token: answer.card.id, card: answer.card };
    return { error: { code: answer.error_type, message: answer.message } };
  } catch {
    return unreachable;
  }
}

/** Every error about a new CVC is `card.invalid` to the page. */
export async function replaceCVC(projectID: string, cardID: string, cvc: string): Promise<CardResult> {
  try {
    const answer = await call(projectID, "PUT", `/cards/${encodeURIComponent(cardID)}`, { cvc });
    if (answer.success) return { token: cardID, card: answer.card };
    return { error: { code: "card.invalid", message: answer.message } };
  } catch {
    return unreachable;
  }
}

/** Issuer and networks behind the first digits; `undefined` when unknown. */
export async function lookUpIIN(projectID: string, iin: string): Promise<CardInformation | undefined> {
  try {
    return (await call(projectID, "GET", `/iins/${iin}`)).card_information;
  } catch {
    return undefined;
  }
}
