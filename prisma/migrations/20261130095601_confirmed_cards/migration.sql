-- AlterTable
ALTER TABLE "SavedCard" ADD COLUMN     "confirmationInvoiceId" TEXT,
ADD COLUMN     "confirmedAt" TIMESTAMP(3);

-- Cards that have paid on-session are confirmed.
UPDATE "SavedCard" SET "confirmedAt" = (
  SELECT MIN("capturedAt") FROM "Payment"
  WHERE "initiation" = 'cit' AND "Payment"."projectId" = "SavedCard"."projectId"
    AND ("savedCardId" = "SavedCard"."id" OR "Payment"."cardId" = "SavedCard"."cardId")
);
