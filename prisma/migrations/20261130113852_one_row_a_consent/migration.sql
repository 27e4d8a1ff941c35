-- AlterTable
ALTER TABLE "CardConsent" ADD COLUMN     "subscriptionId" TEXT;

-- Two requests at once could record a consent twice: the first one stays.
DELETE FROM "CardConsent" AS later USING "CardConsent" AS first
  WHERE later."savedCardId" = first."savedCardId" AND later."version" = first."version"
    AND (later."givenAt", later."id") > (first."givenAt", first."id");
UPDATE "CardConsent" SET "id" = "savedCardId" || ':' || "version";
