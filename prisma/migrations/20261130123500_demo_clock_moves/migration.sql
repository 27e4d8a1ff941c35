-- AlterTable
ALTER TABLE "DemoClock" ADD COLUMN     "movedFrom" TIMESTAMP(3),
ADD COLUMN     "movedTo" TIMESTAMP(3);
