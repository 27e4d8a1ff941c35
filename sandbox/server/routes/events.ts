import { find } from "../find";
import { paginate } from "../pagination";
import { showEvent, showWebhook } from "../resources";
import { type Context, type Route, route } from "../route";

/** server-api.md §3.6. */
const EVENT = "/events/:event";

export const eventRoutes: Route[] = [
  route({ method: "GET", path: "/events", access: "private", params: {}, handle: list }),
  route({ method: "GET", path: EVENT, access: "private", params: {}, handle: show }),
  route({ method: "GET", path: `${EVENT}/webhooks`, access: "private", params: {}, handle: listWebhooks }),
];

const findEvent = (context: Context) =>
  find(context, context.store.events, context.path.event ?? "", "event");

function list(context: Context) {
  const { rows, envelope } = paginate(context.query, context.store.events, "project", context.project.id);
  return { body: { ...envelope, events: rows.map((row) => showEvent(context, row, context.expand)) } };
}

function show(context: Context) {
  return {
    body: { event: showEvent(context, findEvent(context), context.expand) },
  };
}

function listWebhooks(context: Context) {
  const event = findEvent(context);
  const { rows, envelope } = paginate(context.query, context.store.deliveries, "event", event.id);
  return { body: { ...envelope, webhooks: rows.map((row) => showWebhook(context, row, context.expand)) } };
}
