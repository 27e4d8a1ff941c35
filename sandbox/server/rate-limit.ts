export type RateLimit = {
  take(bucket: string, nowMs: number): { headers: Record<string, string>; exceeded: boolean };
};

/** Counts requests per bucket and minute; events have a bucket of their own (server-api.md §1.6). In real time. */
export function createRateLimit(perMinute: number): RateLimit {
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
      const exceeded = counter.used > perMinute;
      const headers: Record<string, string> = {
        "x-ratelimit": String(perMinute),
        "x-ratelimit-remaining": String(Math.max(perMinute - counter.used, 0)),
      };
      if (exceeded) headers["Retry-After"] = String(60 - Math.floor((nowMs % 60_000) / 1000));
      return { headers, exceeded };
    },
  };
}
