import { endpoint } from "./hosts";
import type { ApiAnswer } from "./outcome";

export const apiVersion = "1.3.0.0";
export const scriptVersion = "1.9.8";

export type ApiRequestOptions = { isLegacy?: boolean; clientSecret?: string };
export type OnAnswer = (answer: ApiAnswer, request: XMLHttpRequest, event: Event) => void;
export type OnNoAnswer = (request: XMLHttpRequest, event: Event, code: string) => void;

function readAnswer(text: string): ApiAnswer {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? (answer as ApiAnswer) : {};
  } catch {
    return {};
  }
}

/**
 * One call to the API with the public key (project id, empty password). Headers are repeated in the query, as the
 * official script does. Any answer is success here, whatever its HTTP status: the body decides. There is no time limit.
 */
export function apiRequest(
  projectID: string,
  method: string,
  path: string,
  data: Record<string, unknown>,
  onAnswer: OnAnswer,
  onNoAnswer: OnNoAnswer,
  options: ApiRequestOptions = {},
) {
  const { idempotency_key: idempotencyKey, ...body } = data;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "API-Version": apiVersion,
    Authorization: `Basic ${btoa(`${projectID}:`)}`,
    "X-ProcessOut-JS-Version": scriptVersion,
  };
  if (typeof idempotencyKey === "string") headers["Idempotency-Key"] = idempotencyKey;

  const url = new URL(path.startsWith("http") ? path : endpoint("api", path));
  if (options.isLegacy !== false) {
    url.searchParams.set("legacyrequest", "true");
    url.searchParams.set("project_id", projectID);
  }
  for (const [name, value] of Object.entries(headers))
    url.searchParams.set(name.startsWith("X-") ? `x${name.slice(1)}` : `x-${name}`, value);
  if (method.toUpperCase() === "GET")
    for (const [name, value] of Object.entries(body)) url.searchParams.set(name, String(value));

  const request = new XMLHttpRequest();
  request.open(method, url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  if (options.clientSecret) request.setRequestHeader("X-ProcessOut-Client-Secret", options.clientSecret);
  request.onload = (event) => onAnswer(readAnswer(request.responseText), request, event);
  request.onerror = (event) => onNoAnswer(request, event, "processout-js.network-issue");
  request.send(JSON.stringify(body));
}
