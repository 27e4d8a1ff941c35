import { scenarioOf } from "../scenarios/deck";
import type { PageAnswer, PageContext, PageRoute } from "../server/route";
import { answerChallenge, completeFingerprint, getAuthentication } from "../server/three-d-s";
import { renderPage } from "./document";
import { challengeView, messageView, silentView } from "./three-d-s/challenge-view";

const styles = ["challenge.css" as const];

function serveMessage(status: number, title: string, text: string): Promise<PageAnswer> {
  return renderPage({ title, status, styles, body: messageView(title, text) });
}

function findRun(context: PageContext) {
  const run = getAuthentication(context, context.path.id ?? "");
  const card = run && context.store.cards.get(run.card_id);
  return run && card ? { run, card, page: scenarioOf(card).three_d_s } : undefined;
}

/** Hidden in the merchant's page. The dead variant loads without its script and posts nothing. */
function serveFingerprint(context: PageContext): Promise<PageAnswer> {
  const found = findRun(context);
  if (!found) return serveMessage(404, "Not found", "There is no such verification.");
  const isDead = found.page?.fingerprint === "dead";
  return renderPage({ title: "Fingerprint", body: "", scripts: isDead ? [] : ["fingerprint.js"] });
}

/** The bank's challenge page, for 3-D Secure 2 (`challenge`) and 1 (`v1`) alike. */
function serveChallenge(context: PageContext): Promise<PageAnswer> {
  const found = findRun(context);
  if (!found) return serveMessage(404, "Not found", "There is no such verification.");
  const { run, card, page } = found;
  if (run.result !== null) return serveMessage(200, "Already answered", "You can go back to the shop.");
  const isSilent = page?.page === "silent";
  const body = isSilent
    ? silentView()
    : challengeView({
        merchant: context.store.projects.get(run.project_id)?.name ?? "The shop",
        amount: run.amount,
        currency: run.currency,
        network: card.preferred_scheme ?? card.scheme,
        last4: card.last_4_digits,
        date: context.clock.now().toUTCString().slice(5, 22),
        version: run.version,
        returnUrl: run.return_url,
      });
  const scripts = isSilent ? [] : ["challenge.js" as const];
  return renderPage({ title: "Northsea Bank", body, styles, scripts });
}

function receiveAnswer(context: PageContext): PageAnswer {
  const id = context.path.id ?? "";
  const { answer } = context.body;
  const given = answer === "approve" || answer === "decline" || answer === "cancel";
  const done = given ? answerChallenge(context, id, answer) : undefined;
  return done ? { content: done } : { status: 404, content: { message: "There is no such verification." } };
}

function receiveFingerprint(context: PageContext): PageAnswer {
  const done = completeFingerprint(context, context.path.id ?? "");
  return done ? { content: done } : { status: 404, content: { message: "There is no such verification." } };
}

export const threeDSPages: PageRoute[] = [
  { method: "GET", path: "/three-d-s/fingerprint/:id", handle: serveFingerprint },
  { method: "POST", path: "/three-d-s/fingerprint/:id", handle: receiveFingerprint },
  { method: "GET", path: "/three-d-s/challenge/:id", handle: serveChallenge },
  { method: "POST", path: "/three-d-s/challenge/:id", handle: receiveAnswer },
  { method: "GET", path: "/three-d-s/v1/:id", handle: serveChallenge },
  { method: "POST", path: "/three-d-s/v1/:id", handle: receiveAnswer },
];
