-- CreateTable
CREATE TABLE "RateCount" (
    "key" TEXT NOT NULL,
    "window" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateCount_pkey" PRIMARY KEY ("key","window")
);

-- CreateIndex
CREATE INDEX "RateCount_window_idx" ON "RateCount"("window");
