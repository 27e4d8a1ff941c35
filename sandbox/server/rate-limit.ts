/** Requests a minute, far above what a local client sends; ProcessOut's own figures are not published. */
const PER_MINUTE = 1_000_000;

export type RateLimit = {
  take(bucket: string, nowMs: number): { headers: Record<string, string>; exceeded: boolean };
};

/** Counts requests per bucket and minute; events have a bucket of their own (server-api.md §1.6). */
export function createRateLimit(): RateLimit {
  const buckets = new Map<string, { minute: number; used: number }>();
  return {
    take(bucket, nowMs) {
      const minute = Math.floor(nowMs / 60_000);
      let counter = buckets.get(bucket);
      if (counter?.minute !== minute) {
        counter = { minute, used: 0 };
        buckets.set(bucket, counter);
      }
      counter.used += 1;
      const remaining = Math.max(PER_MINUTE - counter.used, 0);
      return {
        headers: { "x-ratelimit": String(PER_MINUTE), "x-ratelimit-remaining": String(remaining) },
        exceeded: counter.used > PER_MINUTE,
      };
    },
  };
}
