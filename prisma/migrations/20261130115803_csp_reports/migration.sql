-- CreateTable
CREATE TABLE "CspReport" (
    "directive" TEXT NOT NULL,
    "blocked" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "firstAt" TIMESTAMP(3) NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CspReport_pkey" PRIMARY KEY ("directive","blocked","page")
);

-- CreateIndex
CREATE INDEX "CspReport_lastAt_idx" ON "CspReport"("lastAt");
