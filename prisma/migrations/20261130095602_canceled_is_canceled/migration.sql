-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "finalPaymentId" TEXT;


-- A canceled subscription has no next payment.
UPDATE "Subscription" SET "dueAt" = NULL WHERE "state" = 'canceled';
