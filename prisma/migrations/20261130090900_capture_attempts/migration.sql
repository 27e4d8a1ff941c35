-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "captureAfter" TIMESTAMP(3),
ADD COLUMN     "captureAttempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "captureProblem" TEXT;
