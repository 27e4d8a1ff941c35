import { DEFAULT_PROJECT_ID, projectIdOf } from "../auth";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { list, read, text } from "../params";
import { webhookUrl } from "../readers";
import type { PageRoute } from "../route";

const PROJECT = projectIdOf(DEFAULT_PROJECT_ID);
const DELIVERIES = "/_sandbox/deliveries";
const ENDPOINTS = "/_sandbox/webhook-endpoints";
const ENDPOINT = { url: webhookUrl, events_whitelist: list(text({ max: 80 })) };

const limitOf = (raw: string | null) => Math.min(Math.max(Number(raw) || 100, 1), 1000);

/** The webhook deliveries with their answers, and the project's endpoints. */
export const deliveryControl: PageRoute[] = [
  {
    method: "GET",
    path: DELIVERIES,
    handle: ({ store, query }) => ({
      content: {
        deliveries: store.deliveries.list("project", query.get("project_id") || PROJECT, {
          order: "desc",
          limit: limitOf(query.get("limit")),
        }),
      },
    }),
  },
  {
    method: "POST",
    path: `${DELIVERIES}/:delivery/redeliver`,
    handle({ store, webhooks, path }) {
      const delivery = store.transaction(() => webhooks.redeliver(path.delivery ?? ""));
      if (!delivery) throw notFound("delivery");
      return { content: { delivery } };
    },
  },
  {
    method: "GET",
    path: ENDPOINTS,
    handle: ({ store }) => ({
      content: { webhook_endpoints: [...store.endpoints.walk("project", PROJECT)] },
    }),
  },
  {
    method: "POST",
    path: ENDPOINTS,
    handle({ store, clock, body }) {
      const { url, events_whitelist = [] } = read(ENDPOINT, body, () => undefined);
      if (!url) throw invalid("request.validation.invalid-url", "url is missing.", "url");
      const webhook_endpoint = store.transaction(() =>
        store.endpoints.insert({
          id: newId("whe"),
          project_id: PROJECT,
          url,
          events_whitelist,
          created_at: clock.stamp(),
        }),
      );
      return { content: { webhook_endpoint } };
    },
  },
  {
    method: "DELETE",
    path: ENDPOINTS,
    handle({ store }) {
      store.transaction(() => {
        for (const { id } of [...store.endpoints.walk("project", PROJECT)]) store.endpoints.remove(id);
      });
      return { content: { success: true } };
    },
  },
  {
    method: "DELETE",
    path: `${ENDPOINTS}/:endpoint`,
    handle({ store, path }) {
      if (!store.transaction(() => store.endpoints.remove(path.endpoint ?? "")))
        throw notFound("webhook-endpoint");
      return { content: { success: true } };
    },
  },
];
