import { z } from "zod";
import { getFromSandbox } from "./sandbox-control";

const requestSchema = z.object({
  id: z.string(),
  received_at: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  body: z.record(z.string(), z.unknown()),
  status: z.number(),
  error_type: z.string().nullable(),
  answer: z.string(),
  duration_ms: z.number(),
  idempotency_key: z.string().nullable(),
  replayed: z.boolean(),
  user_agent: z.string().nullable(),
  fault: z.string().nullable(),
});

const deliverySchema = z.object({
  id: z.string(),
  event_id: z.string(),
  event_name: z.string(),
  attempts: z.number(),
  /** Missing in a delivery of an earlier version of the sandbox. */
  attempted_at: z.string().nullish(),
  response_code: z.string().nullable(),
  response_body: z.string().nullable(),
  response_time_ms: z.number().nullable(),
  error: z.string().nullable(),
});

/** A call of its API, as the sandbox logged it: without card numbers and security codes. */
export type SandboxRequest = z.output<typeof requestSchema>;
/** The last attempt to deliver a webhook. */
export type SandboxDelivery = z.output<typeof deliverySchema>;

const REQUESTS_READ = 500;
const DELIVERIES_READ = 200;

export async function readRequests(): Promise<SandboxRequest[]> {
  const answer = await getFromSandbox(`/requests?limit=${REQUESTS_READ}`);
  return z.object({ requests: z.array(requestSchema) }).parse(answer).requests;
}

export async function readDeliveries(): Promise<SandboxDelivery[]> {
  const answer = await getFromSandbox(`/deliveries?limit=${DELIVERIES_READ}`);
  return z.object({ deliveries: z.array(deliverySchema) }).parse(answer).deliveries;
}
