-- CreateEnum
CREATE TYPE "VelocityLimit" AS ENUM ('account', 'address', 'card', 'shop');

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "fingerprint" TEXT;

-- CreateTable
CREATE TABLE "StoppedAttempt" (
    "key" TEXT NOT NULL,
    "window" TIMESTAMP(3) NOT NULL,
    "entryPoint" TEXT NOT NULL,
    "limit" "VelocityLimit" NOT NULL,
    "count" INTEGER NOT NULL,
    "userId" TEXT,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoppedAttempt_pkey" PRIMARY KEY ("key","window","entryPoint")
);

-- CreateIndex
CREATE INDEX "StoppedAttempt_lastAt_idx" ON "StoppedAttempt"("lastAt");

-- CreateIndex
CREATE INDEX "StoppedAttempt_userId_idx" ON "StoppedAttempt"("userId");

-- CreateIndex
CREATE INDEX "Payment_fingerprint_startedAt_idx" ON "Payment"("fingerprint", "startedAt");

-- AddForeignKey
ALTER TABLE "StoppedAttempt" ADD CONSTRAINT "StoppedAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
