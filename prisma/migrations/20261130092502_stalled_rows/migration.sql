-- CreateTable
CREATE TABLE "StalledRow" (
    "job" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "failure" TEXT NOT NULL,
    "failedAt" TIMESTAMP(3) NOT NULL,
    "retryAt" TIMESTAMP(3),

    CONSTRAINT "StalledRow_pkey" PRIMARY KEY ("job","rowId")
);

-- CreateIndex
CREATE INDEX "StalledRow_job_retryAt_idx" ON "StalledRow"("job", "retryAt");
