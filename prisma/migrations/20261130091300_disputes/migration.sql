-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('retrieval_request', 'fraud_notification', 'opened', 'won', 'lost');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "dispute" "DisputeState";

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "disputedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "DisputeStep" (
    "paymentId" TEXT NOT NULL,
    "state" "DisputeState" NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DisputeStep_pkey" PRIMARY KEY ("paymentId","state")
);

-- CreateIndex
CREATE INDEX "Payment_dispute_idx" ON "Payment"("dispute");

-- AddForeignKey
ALTER TABLE "DisputeStep" ADD CONSTRAINT "DisputeStep_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
