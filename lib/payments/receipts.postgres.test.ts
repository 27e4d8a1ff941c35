import { expect, it, vi } from "vitest";
import { MAX_FAILURES } from "@/lib/jobs/stalled-rows";
import { queueMail } from "@/lib/mail/queue";
import { db } from "@/lib/platform/db";
import { authorizeInBrowser, fillCart, start, unsaved } from "@/tests/support/orders";
import { withTestStack } from "@/tests/support/stack";
import { queueReceipts } from "./jobs";
import { finishPayment } from "./pay-order";

vi.mock("@/lib/mail/queue", { spy: true });

const stack = withTestStack();

it("an order whose receipt cannot be queued waits longer each time, and in the end is left to staff", async () => {
  const started = await start(await fillCart(null), unsaved(await stack.sandbox.card("visa")));
  await authorizeInBrowser(started.invoiceId, started.source);
  await finishPayment(started.shopper, { id: started.paymentId });
  vi.mocked(queueMail).mockRejectedValue(new Error("it cannot be rendered"));
  await queueReceipts();
  await queueReceipts();
  expect(queueMail).toHaveBeenCalledTimes(1);

  const last = { failures: MAX_FAILURES - 1, retryAt: new Date(Date.now() - 60_000) };
  await db().stalledRow.updateMany({ data: last });
  await queueReceipts();
  const stalled = await db().stalledRow.findFirstOrThrow({ where: { job: "send-mails" } });
  expect(stalled).toMatchObject({ failures: MAX_FAILURES, retryAt: null });
  await queueReceipts();
  expect(queueMail).toHaveBeenCalledTimes(2);
}, 60_000);
