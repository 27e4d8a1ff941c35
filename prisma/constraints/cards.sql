-- One open attempt per user, project and return address: a second click or a second tab reuses the first.
-- Without verification an attempt is one call, and the unique card id is its claim.
CREATE UNIQUE INDEX "SavedCard_one_open_attempt" ON "SavedCard"("userId", "projectId", "returnUrl")
  WHERE "state" = 'open' AND "withVerification";

-- A card number cannot be written here by mistake.
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_last4_is_four_digits" CHECK ("last4" ~ '^[0-9]{4}$');
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_expMonth_is_a_month" CHECK ("expMonth" BETWEEN 1 AND 12);
