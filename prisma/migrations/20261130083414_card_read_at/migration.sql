-- AlterTable
ALTER TABLE "SavedCard" ADD COLUMN     "cardReadAt" TIMESTAMP(3);
