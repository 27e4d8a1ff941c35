import type { z } from "zod";
import { attemptCall } from "./attempt";
import type { Call, RequestConfig } from "./call";
import { ProcessOutError } from "./errors";
import { retryDelay } from "./retry";

/** Resolves with the parsed response; rejects with a ProcessOutError, or a TypeError for a blank idempotency key. */
export type Request = <Schema extends z.ZodType>(call: Call<Schema>) => Promise<z.output<Schema>>;

/** Every call goes through this function. Resources only name a method, a path and a schema. */
export function createRequest(config: RequestConfig): Request {
  return async (call) => {
    if (call.method !== "GET" && call.idempotencyKey.trim() === "") {
      throw new TypeError(`${call.method} ${call.path} needs an idempotency key`);
    }
    for (let attempt = 0; ; attempt++) {
      try {
        return await attemptCall(config, call);
      } catch (error) {
        if (!(error instanceof ProcessOutError)) throw error;
        const delay = retryDelay(error, attempt, config);
        if (delay === undefined) throw error;
        await config.sleep(delay, call.signal);
        if (call.signal?.aborted) throw error;
      }
    }
  };
}
