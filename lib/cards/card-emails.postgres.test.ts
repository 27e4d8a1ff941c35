import { expect, it, vi } from "vitest";
import { listStalledIds } from "@/lib/jobs/stalled-rows";
import { queueMail } from "@/lib/mail/queue";
import { db } from "@/lib/platform/db";
import { saveCard } from "@/tests/support/cards";
import { withTestStack } from "@/tests/support/stack";
import { signUp } from "@/tests/support/users";
import { queueCardEmails } from "./jobs";

vi.mock("@/lib/mail/queue", { spy: true });

const stack = withTestStack();

it("a card whose e-mail cannot be queued waits longer each time, and staff can have it tried again", async () => {
  const { id } = await saveCard(await signUp(), await stack.sandbox.card("visa"));
  vi.mocked(queueMail).mockRejectedValue(new Error("it cannot be rendered"));
  await queueCardEmails();
  await queueCardEmails();
  expect(queueMail).toHaveBeenCalledTimes(1);
  expect(await listStalledIds("send-mails")).toEqual([id]);

  vi.mocked(queueMail).mockResolvedValue();
  await db().stalledRow.deleteMany({ where: { rowId: id } });
  expect(await queueCardEmails()).toBe(1);
  expect(await db().savedCard.findUniqueOrThrow({ where: { id } })).toMatchObject({ notifiedState: "added" });
}, 60_000);
