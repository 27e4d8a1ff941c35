import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeViewer, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { AppError } from "@/lib/platform/errors";
import { processout } from "@/lib/platform/processout";
import { ProcessOutError, type Token } from "@/lib/processout";
import { withTestStack } from "@/tests/support/stack";
import { listPendingTokens } from "./jobs";
import { deleteCard, listCards } from "./manage-cards";
import { cancelCard, finishCard, startCard } from "./save-card";
import { syncCard } from "./sync-cards";

const stack = withTestStack();

type Attempt = { viewer: Viewer; id: string; customerId: string; tokenId: string; cardId: string };

/** Everything that can happen to an attempt. A lost webhook and a closed tab are steps that are left out. */
const STEPS = {
  browserAssigns: ({ customerId, tokenId, cardId }: Attempt) =>
    processout().tokens.update(
      customerId,
      tokenId,
      { source: cardId, verify: true },
      { idempotencyKey: `browser:${cardId}` },
    ),
  browserFinishes: ({ viewer, id }: Attempt) => finishCard(viewer, { id }),
  browserCancels: ({ viewer, id }: Attempt) => cancelCard(viewer, { id, code: "customer.canceled" }),
  webhook: ({ viewer, tokenId }: Attempt) => syncCard(viewer, { tokenId }),
  reconciler: ({ viewer }: Attempt) => reconcile(viewer),
  listedOnPage: ({ viewer }: Attempt) => listCards(viewer),
  shopperDeletes: ({ viewer, id }: Attempt) => deleteCard(viewer, { id }),
  deletedElsewhere: ({ customerId, tokenId }: Attempt) =>
    processout().tokens.delete(customerId, tokenId, { idempotencyKey: `elsewhere:${tokenId}` }),
  issuerAnswers: () => stack.sandbox.advance(DAY_MS),
};
type Step = keyof typeof STEPS;

async function reconcile(viewer: Viewer) {
  const pending = await listPendingTokens({ at: new Date(Date.now() + DAY_MS), limit: 1000 });
  for (const { userId, tokenId } of pending)
    if (userId === viewer.userId) await syncCard(viewer, { tokenId });
}

/** Callers may get these two errors; any other one is a bug. */
function expectKnownError(outcome: PromiseSettledResult<unknown>) {
  if (outcome.status === "fulfilled") return;
  if (!(outcome.reason instanceof AppError || outcome.reason instanceof ProcessOutError))
    throw outcome.reason;
}

async function newAttempt(scenario: string): Promise<Attempt> {
  const user = await db().user.create({ data: { email: `${randomUUID()}@shoppers.example` } });
  const viewer = makeViewer(user.id);
  const cardId = await stack.sandbox.card(scenario);
  const started = await startCard(viewer, { cardId, makeDefault: false });
  if (started.kind !== "started") throw new Error("A new user has no card yet");
  return { viewer, id: started.attemptId, cardId, customerId: started.customerId, tokenId: started.tokenId };
}

async function findToken({ customerId, tokenId }: Attempt): Promise<Token | null> {
  return processout()
    .tokens.find(customerId, tokenId)
    .catch(() => null);
}

const step = fc.constantFrom(...(Object.keys(STEPS) as Step[]));
const scenario = fc.constantFrom(
  "visa",
  "do-not-honor",
  "async-success",
  "async-failure",
  "never-answers",
  "unknown",
);
/** The steps of a batch run concurrently, the batches one after the other. */
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 });

test("any interleaving of steps ends in ProcessOut's state, with at most one card listed", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, history, async (name, batches) => {
      const attempt = await newAttempt(name);
      for (const batch of batches) {
        const outcomes = await Promise.allSettled(batch.map((name) => STEPS[name](attempt)));
        outcomes.forEach(expectKnownError);
      }
      await reconcile(attempt.viewer);

      const wallet = await listCards(attempt.viewer);
      const row = await db().savedCard.findUniqueOrThrow({ where: { id: attempt.id } });
      const token = await findToken(attempt);
      expect(wallet.total).toBeLessThanOrEqual(1);
      if (!token) {
        expect(["failed", "declined", "removed"]).toContain(row.state);
        expect(row.isChargeable).toBe(false);
        return;
      }
      expect(token.verification_status, "the token of a declined card is deleted").not.toBe("failed");
      expect(["open", "attached"]).toContain(row.state);
      expect(row.state === "open", "an attempt is open only while its token is pending").toBe(
        token.verification_status === "pending" && wallet.total === 0,
      );
      expect(row).toMatchObject({
        verificationStatus: token.verification_status,
        isChargeable: token.is_chargeable,
      });
    }),
    { numRuns: 25 },
  );
}, 600_000);
