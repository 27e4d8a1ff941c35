import { expect, test } from "vitest";
import { createSandbox } from "../index";
import { createCaller, type Reply } from "../test-support/caller";
import { createRateLimit } from "./rate-limit";

const NOON = Date.UTC(2030, 0, 1, 12, 0, 0);

test("the limiter counts requests per minute and answers the remaining number and the wait", () => {
  const limit = createRateLimit(2);
  const take = (nowMs: number, bucket = "sandbox") => limit.take(bucket, nowMs);
  expect(take(NOON)).toEqual({
    exceeded: false,
    headers: { "x-ratelimit": "2", "x-ratelimit-remaining": "1" },
  });
  expect(take(NOON + 10_000).exceeded).toBe(false);
  expect(take(NOON + 20_500)).toEqual({
    exceeded: true,
    headers: { "x-ratelimit": "2", "x-ratelimit-remaining": "0", "Retry-After": "40" },
  });
  expect(take(NOON + 59_999).headers["Retry-After"]).toBe("1");
  expect(take(NOON + 60_000).exceeded).toBe(false);
});

test("requests for events have a limit of their own", () => {
  const limit = createRateLimit(1);
  expect(limit.take("sandbox", NOON).exceeded).toBe(false);
  expect(limit.take("events", NOON).exceeded).toBe(false);
  expect(limit.take("events", NOON).exceeded).toBe(true);
});

test("a request over the limit is refused with 429 and not processed", async () => {
  const sandbox = await createSandbox({ rateLimit: 1, seed: "demo" });
  const call = createCaller(sandbox.url);
  // A new minute may begin in between, once.
  const replies: Reply[] = [];
  for (let sent = 0; sent < 4; sent++) replies.push(await call("POST", "/customers", {}));
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]?.error).toBe("request.rate.exceeded");
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  const { body } = await call("GET", "/_sandbox/objects/customers");
  expect(body.total).toBe(40 + replies.length - refused.length);
  await sandbox.close();
});
