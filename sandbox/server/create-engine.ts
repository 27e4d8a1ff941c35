import { openStore } from "../store/store";
import { DEFAULT_KEY, DEFAULT_PROJECT_ID, projectIdOf } from "./auth";
import { type Clock, createClock } from "./clock";
import type { Engine, Options } from "./engine";
import { createFaults } from "./faults";
import { createJobs } from "./jobs";
import { registerAutoCapture } from "./payments/capture";
import { registerDisputes } from "./payments/dispute";
import { registerRefundRejections } from "./payments/refund";
import { createRequestLog } from "./request-log";
import { finishLateVerification } from "./verification/verify";
import { createWebhooks } from "./webhooks";

/** Opens the store and creates everything that lives as long as the process. */
export async function createEngine(options: Options): Promise<Engine> {
  const store = await openStore(options.data);
  const clock: Clock = createClock(store);
  const jobs = createJobs(() => engine);
  const faults = createFaults();
  const requests = createRequestLog();
  const webhooks = createWebhooks(jobs, () => engine);
  const engine: Engine = { options, store, clock, jobs, faults, requests, webhooks };

  jobs.on("verification", finishLateVerification);
  registerAutoCapture(jobs);
  registerDisputes(jobs);
  registerRefundRejections(jobs);
  store.transaction(() => ensureBaseData(engine));
  return engine;
}

/** Writes what every sandbox has, also after a reset: the project of ProcessOut's docs and the endpoint of `--webhook-url`. */
export function ensureBaseData({ store, clock, options }: Engine): void {
  const id = projectIdOf(DEFAULT_PROJECT_ID);
  const { webhookUrl: url, merchantName: name } = options;
  const project = store.projects.get(id);
  if (!project) {
    const created_at = clock.stamp();
    store.projects.insert({ id, key: DEFAULT_KEY, name, default_currency: "EUR", created_at });
  } else if (project.name !== name) store.projects.put({ ...project, name });
  store.endpoints.remove(FROM_OPTION);
  if (!url) return;
  const created_at = clock.stamp();
  store.endpoints.insert({ id: FROM_OPTION, project_id: id, url, events_whitelist: [], created_at });
}

/** The endpoint of `--webhook-url`, replaced at each start: a launcher may choose another port every time. */
const FROM_OPTION = `whe_${"0".repeat(32)}`;
