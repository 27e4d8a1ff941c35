import { apiRequest } from "./api-request";
import type { Card } from "./card";
import { deviceData } from "./device";
import { Exception, exceptionOf, type OnError } from "./exception";
import { type ApiAnswer, readOutcome } from "./outcome";

type OnToken = (cardID: string, card: unknown) => void;
type CardAnswer = ApiAnswer & { card?: { id?: string } };

/** `POST /cards` from the merchant's own page. Hosted fields do this inside their frame instead. */
export function tokenizeCard(
  projectID: string,
  card: Card,
  data: Record<string, unknown>,
  success: OnToken,
  error: OnError,
) {
  const problem = card.validate();
  if (problem) return error(problem);
  const device = deviceData();
  const expiry = card.getExpiry();
  const body = {
    contact: {},
    ...data,
    ...device,
    device,
    number: card.getNumber(),
    exp_month: String(expiry.getMonth()),
    exp_year: String(expiry.getYear()),
    cvc2: card.getCVC(),
  };
  const onAnswer = (answer: ApiAnswer) => {
    const made = (answer as CardAnswer).card;
    if (readOutcome(answer) === "success" && made?.id) success(made.id, made);
    else error(exceptionOf(answer));
  };
  apiRequest(projectID, "post", "cards", body, onAnswer, (_request, _event, code) =>
    error(new Exception(code)),
  );
}

/** `PUT /cards/{id}` with a newly asked CVC. Every failure is `card.invalid`, as in the official script. */
export function refreshCardCVC(
  projectID: string,
  cardID: string,
  cvc: string,
  success: (id: string) => void,
  error: OnError,
) {
  const onAnswer = (answer: ApiAnswer) => {
    const id = (answer as CardAnswer).card?.id;
    if (readOutcome(answer) === "success") success(id ?? cardID);
    else error(new Exception("card.invalid"));
  };
  const path = `cards/${encodeURIComponent(cardID)}`;
  apiRequest(projectID, "put", path, { cvc }, onAnswer, (_request, _event, code) =>
    error(new Exception(code)),
  );
}
