-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "refusedVoids" INTEGER NOT NULL DEFAULT 0;
