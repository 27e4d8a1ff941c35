import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { sendMailsAfter } from "./jobs";
import { sendMail } from "./send";

vi.mock("./send", () => ({ sendMail: vi.fn() }));

withTestStack();

const sendMails = sendMailsAfter();

const START = Date.UTC(2026, 10, 22, 10);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(async () => {
  vi.mocked(sendMail).mockReset();
  vi.useFakeTimers({ now: START, toFake: ["Date"] });
  await db().queuedMail.deleteMany();
});
afterEach(() => vi.useRealTimers());

async function queue(count: number) {
  const at = new Date();
  const letter = { to: "robin@shoppers.example", subject: "Receipt", html: "", text: "", queuedAt: at };
  const keys = Array.from({ length: count }, () => `test:${randomUUID()}`);
  await db().queuedMail.createMany({ data: keys.map((key) => ({ ...letter, key, sendAfter: at })) });
}

const goDown = () => vi.mocked(sendMail).mockRejectedValue(new Error("Connection refused"));
const comeBack = () => vi.mocked(sendMail).mockResolvedValue();

/** The worker wakes every minute; here it does every ten. */
async function letPass(ms: number) {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    vi.setSystemTime(Date.now() + 10 * MINUTE);
    await sendMails.run();
  }
}

test("a mail server that is down for a day loses nothing, and is not asked all the time", async () => {
  await queue(3);
  goDown();
  await letPass(24 * HOUR);
  expect(await db().queuedMail.count({ where: { sentAt: null, lastError: "Connection refused" } })).toBe(3);
  expect(vi.mocked(sendMail).mock.calls.length).toBeLessThan(3 * 15);
  comeBack();
  await letPass(6 * HOUR);
  expect(await db().queuedMail.count({ where: { sentAt: { not: null }, lastError: null } })).toBe(3);
});

test("after five days a mail is given up, and said to be", async () => {
  await queue(1);
  goDown();
  await letPass(5 * 24 * HOUR - MINUTE);
  expect(await db().queuedMail.findFirst()).toMatchObject({
    givenUpAt: null,
    lastError: "Connection refused",
  });
  await letPass(6 * HOUR);
  expect(await db().queuedMail.findFirst()).toMatchObject({ givenUpAt: expect.any(Date), sendAfter: null });
  comeBack();
  expect(await sendMails.run()).toBe(0);
});

test("a server that is down is not asked once for every mail", async () => {
  await queue(20);
  goDown();
  await sendMails.run();
  expect(sendMail).toHaveBeenCalledTimes(5);
  vi.setSystemTime(START + MINUTE);
  comeBack();
  expect(await sendMails.run()).toBe(15);
});
