-- CreateEnum
CREATE TYPE "SeriesAfterRefund" AS ENUM ('continues', 'pauses', 'ends');

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "seriesAfter" "SeriesAfterRefund",
ADD COLUMN     "seriesAppliedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Refund_seriesAfter_seriesAppliedAt_idx" ON "Refund"("seriesAfter", "seriesAppliedAt");
