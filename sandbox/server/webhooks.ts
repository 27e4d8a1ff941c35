import type { DeliveryRow, EventRow } from "../store/rows";
import { stampOf } from "./clock";
import type { Engine, Jobs, Webhooks } from "./engine";
import { newId } from "./ids";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Waits before each retry: 13 of them, the last about 60 hours after the first try. ProcessOut promises at
 * least 12 within 3 days, the last between 48 and 72 hours (server-api.md §3.6).
 */
const BACK_OFF_MS = [
  10_000,
  30_000,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  5 * HOUR,
  8 * HOUR,
  10 * HOUR,
  12 * HOUR,
  18 * HOUR,
];
const TIME_LIMIT_MS = 10_000;
const LOST_AFTER_MS = 2 * MINUTE;
const DELAY_MS = 1000;

/**
 * Delivers at least once: the attempt is a stored job, and a second job repeats it when the process died before it
 * stored the answer. All waits are on the sandbox's clock.
 */
export function createWebhooks(jobs: Jobs, engine: () => Engine): Webhooks {
  const inFlight = new Map<string, Promise<void>>();
  const abort = new AbortController();

  jobs.on("delivery", (_, subject) => {
    const [id = "", attempt] = subject.split("#");
    const delivery = engine().store.deliveries.get(id);
    if (delivery?.status !== "pending" || delivery.attempts !== Number(attempt) || inFlight.has(id)) return;
    schedule(delivery, engine().clock.ms() + LOST_AFTER_MS);
    inFlight.set(
      id,
      attemptOnce(engine(), delivery, abort.signal).finally(() => inFlight.delete(id)),
    );
  });

  function schedule(delivery: DeliveryRow, dueMs: number) {
    jobs.schedule("delivery", `${delivery.id}#${delivery.attempts}`, dueMs);
  }

  async function attemptOnce(running: Engine, delivery: DeliveryRow, signal: AbortSignal) {
    const started = performance.now();
    const attempted_at = new Date().toISOString();
    const outcome = await post(delivery, signal);
    if (signal.aborted) return;
    const { store } = running;
    store.transaction(() => {
      const current = store.deliveries.get(delivery.id);
      if (current?.status !== "pending") return;
      const attempts = current.attempts + 1;
      const wait = BACK_OFF_MS[attempts - 1];
      const due = Date.parse(current.release_at) + jittered(wait ?? 0);
      const updated: DeliveryRow = {
        ...current,
        ...outcome,
        attempted_at,
        attempts,
        status: outcome.error === null ? "delivered" : wait === undefined ? "failed" : "pending",
        response_time_ms: Math.round(performance.now() - started),
      };
      if (updated.status === "pending") updated.release_at = stampOf(due);
      store.deliveries.put(updated);
      if (updated.status === "pending") schedule(updated, due);
    });
  }

  function queue(event: EventRow, url: string, dueMs: number) {
    const { store, clock } = engine();
    const delivery = store.deliveries.insert({
      id: newId("whk"),
      project_id: event.project_id,
      event_id: event.id,
      event_name: event.name,
      url,
      status: "pending",
      attempts: 0,
      response_code: null,
      response_body: null,
      response_headers: null,
      response_time_ms: null,
      release_at: stampOf(dueMs),
      attempted_at: null,
      error: null,
      created_at: clock.stamp(),
    });
    schedule(delivery, dueMs);
    return delivery;
  }

  let reordered = 0;

  return {
    dispatch(event, extraUrl) {
      const { store, clock, faults } = engine();
      const urls = new Set<string>();
      for (const endpoint of store.endpoints.walk("project", event.project_id)) {
        const names = endpoint.events_whitelist;
        if (names.length === 0 || names.includes(event.name)) urls.add(endpoint.url);
      }
      if (extraUrl) urls.add(extraUrl);
      for (const url of urls) {
        const fault = faults.forWebhook(event.name);
        const late = fault?.latency_ms ?? DELAY_MS;
        const now = clock.ms();
        if (fault?.kind === "drop-webhooks") {
          const lost = queue(event, url, now);
          store.deliveries.put({ ...lost, status: "failed", error: "Dropped by a fault." });
        } else if (fault?.kind === "delay-webhooks") queue(event, url, now + late);
        else if (fault?.kind === "reorder-webhooks")
          queue(event, url, now + (reordered++ % 2 === 0 ? late : 0));
        else {
          queue(event, url, now);
          if (fault?.kind === "duplicate-webhooks") queue(event, url, now);
        }
      }
    },
    redeliver(id) {
      const { store, clock } = engine();
      const old = store.deliveries.get(id);
      const event = old && store.events.get(old.event_id);
      return old && event ? queue(event, old.url, clock.ms()) : undefined;
    },
    async idle(timeoutMs) {
      const end = performance.now() + timeoutMs;
      while (inFlight.size > 0 && performance.now() < end) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((done) => {
          timer = setTimeout(done, end - performance.now());
        });
        await Promise.race([Promise.allSettled(inFlight.values()), late]);
        clearTimeout(timer);
      }
    },
    stop: () => abort.abort(),
  };
}

/** ±10 %, so that a thousand failed deliveries are not retried in the same second. */
const jittered = (ms: number) => Math.round(ms * (0.9 + Math.random() * 0.2));

type Outcome = Pick<DeliveryRow, "response_code" | "response_body" | "response_headers" | "error">;

/** The body holds ids only and is unsigned, as ProcessOut's (server-api.md §0.11). */
async function post(delivery: DeliveryRow, stop: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(delivery.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "User-Agent": "ProcessOut-Sandbox-Webhooks" },
      body: JSON.stringify({ event_id: delivery.event_id, event_type: delivery.event_name }),
      redirect: "manual",
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIME_LIMIT_MS)]),
    });
    return {
      response_code: String(response.status),
      response_body: (await response.text()).slice(0, 2000),
      response_headers: JSON.stringify(Object.fromEntries(response.headers)).slice(0, 2000),
      error: response.ok ? null : `The endpoint answered ${response.status}.`,
    };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : undefined;
    return {
      response_code: null,
      response_body: null,
      response_headers: null,
      error: cause?.message ?? "The endpoint could not be reached.",
    };
  }
}
