import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UnavailableError } from "@/lib/processout";
import { log, withLogFields } from "./log";

let out: string[];
let err: string[];

beforeEach(() => {
  out = keepLines(process.stdout);
  err = keepLines(process.stderr);
});
afterEach(() => vi.restoreAllMocks());

test("an event is one line of JSON with its level, its time and its fields", () => {
  log.info("card.saved", { cardId: "c1", count: 2 });
  expect(out).toHaveLength(1);
  const { at, ...line } = JSON.parse(out[0] ?? "");
  expect(line).toEqual({ level: "info", event: "card.saved", cardId: "c1", count: 2 });
  expect(new Date(at).toISOString()).toBe(at);
});

test("warnings and errors go to standard error alone", () => {
  log.warn("card.stale");
  log.error("job.failed");
  expect(out).toEqual([]);
  expect(err.map((line) => JSON.parse(line).level)).toEqual(["warn", "error"]);
});

test("card numbers, e-mail addresses and fields named like a secret are masked at any depth", () => {
  const card = { number: "4242 4242 4242 4242", cvc: "737" };
  log.info("request", {
    sentence: "4242424242424242 was typed by ada.b+shop@shoppers.example",
    nested: [{ card, headers: { Authorization: "Basic a", cookie: "b" } }],
    privateKey: "key_live_1",
    typed: 4242424242424242,
    since: 1795996800000,
  });
  const { level, at, event, ...fields } = JSON.parse(out[0] ?? "");
  expect(fields).toEqual({
    sentence: "[masked] was typed by [masked]",
    nested: [
      {
        card: { number: "[masked]", cvc: "[masked]" },
        headers: { Authorization: "[masked]", cookie: "[masked]" },
      },
    ],
    privateKey: "[masked]",
    typed: "[masked]",
    since: 1795996800000,
  });
});

test("an error is logged with name, message, code, stack and causes, and nothing else that it carries", () => {
  const cause = new TypeError("fetch failed for ada@shoppers.example");
  const call = { method: "POST", path: "/customers/cust_1/tokens", problem: "could not reach ProcessOut" };
  const error = Object.assign(new UnavailableError({ ...call, cause }), { body: { number: "1" } });
  log.error("job.failed", { error });
  const logged = JSON.parse(err[0] ?? "").error;
  expect(logged).toEqual({
    name: "UnavailableError",
    message: "POST /customers/cust_1/tokens could not reach ProcessOut",
    stack: expect.stringContaining("log.test.ts"),
    cause: {
      name: "TypeError",
      message: "fetch failed for [masked]",
      stack: expect.stringContaining("log.test.ts"),
    },
  });
});

test("a thrown value that is not an Error is not logged, because it may hold a card", () => {
  log.error("job.failed", { error: { number: "4242" } });
  expect(JSON.parse(err[0] ?? "").error).toEqual({ message: "A value that is not an Error was thrown" });
});

test("fields of the surrounding work are added to its events, and to those of the functions it awaits", async () => {
  await withLogFields({ job: "send-mails" }, () =>
    withLogFields({ run: "r1" }, async () => {
      await Promise.resolve();
      log.info("mail.sent", { key: "k" });
    }),
  );
  log.info("after");
  expect(JSON.parse(out[0] ?? "")).toMatchObject({ job: "send-mails", run: "r1", key: "k" });
  expect(JSON.parse(out[1] ?? "")).not.toHaveProperty("job");
});

function keepLines(stream: NodeJS.WriteStream): string[] {
  const lines: string[] = [];
  vi.spyOn(stream, "write").mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  return lines;
}
