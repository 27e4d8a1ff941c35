import type { DeliveryRow, EventRow } from "../store/rows";
import type { Store } from "../store/store";
import type { Clock } from "./clock";
import type { Faults } from "./faults";
import type { RequestLog } from "./request-log";

export type Options = {
  host: string;
  port: number;
  /** Null keeps everything in a throw-away folder. */
  data: string | null;
  publicUrl: string | null;
  webhookUrl: string | null;
  /** An application that follows this sandbox: it is told when the clock is moved and when everything is deleted. */
  followerUrl: string | null;
  seed: string | null;
  /** Unknown parameters are errors, not warnings. */
  strict: boolean;
  /** Requests a minute, of events and of all others; the default is far above what a local client sends. */
  rateLimit: number;
  /** The merchant's name on the bank's page. */
  merchantName: string;
  /** Speak TLS, and write the certificate to this file, for clients to trust. */
  tls: string | null;
};

/** Everything that lives as long as the process. Rules take it, so that jobs run them without a request. */
export type Engine = {
  options: Options;
  store: Store;
  clock: Clock;
  jobs: Jobs;
  webhooks: Webhooks;
  faults: Faults;
  requests: RequestLog;
};

export type JobHandler = (engine: Engine, subject: string) => void;

export type Jobs = {
  /** Registers the handler of a kind of job; it runs inside one transaction. */
  on(kind: string, handler: JobHandler): void;
  /** Runs the job at `dueMs` of the sandbox's clock, also after a restart. */
  schedule(kind: string, subject: string, dueMs: number): void;
  /** Runs all jobs that are due, in the order they fell due. */
  runDue(): void;
  /** Re-reads when the next job is due. To be called after the clock was moved. */
  rearm(): void;
  stop(): void;
};

export type Webhooks = {
  /** Queues an event for the project's endpoints and for the resource's own address, if it has one. */
  dispatch(event: EventRow, extraUrl: string | null): void;
  redeliver(id: string): DeliveryRow | undefined;
  /** Resolves when no delivery is in flight, or after `timeoutMs`. */
  idle(timeoutMs: number): Promise<void>;
  stop(): void;
};
