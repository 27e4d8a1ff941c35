-- AlterTable
ALTER TABLE "SavedCard" ADD COLUMN     "awaitsPayment" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "holdsCard" BOOLEAN NOT NULL DEFAULT false;
