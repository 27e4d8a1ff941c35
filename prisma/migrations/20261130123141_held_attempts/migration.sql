-- CreateEnum
CREATE TYPE "AttemptLimit" AS ENUM ('account', 'address', 'card', 'shop');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "fingerprint" TEXT;

-- CreateTable
CREATE TABLE "HeldAttempt" (
    "key" TEXT NOT NULL,
    "window" TIMESTAMP(3) NOT NULL,
    "door" TEXT NOT NULL,
    "limit" "AttemptLimit" NOT NULL,
    "count" INTEGER NOT NULL,
    "userId" TEXT,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HeldAttempt_pkey" PRIMARY KEY ("key","window","door")
);

-- CreateIndex
CREATE INDEX "HeldAttempt_lastAt_idx" ON "HeldAttempt"("lastAt");

-- CreateIndex
CREATE INDEX "HeldAttempt_userId_idx" ON "HeldAttempt"("userId");

-- CreateIndex
CREATE INDEX "Payment_fingerprint_startedAt_idx" ON "Payment"("fingerprint", "startedAt");

-- AddForeignKey
ALTER TABLE "HeldAttempt" ADD CONSTRAINT "HeldAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
