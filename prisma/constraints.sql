-- What Prisma's schema cannot express. scripts/new-migration.ts appends it to the migration.

-- One open attempt per user, project and return address: a second click or a second tab reuses the first.
-- Without verification an attempt is one call, and the unique card id is its claim.
CREATE UNIQUE INDEX "SavedCard_one_open_attempt" ON "SavedCard"("userId", "projectId", "returnUrl")
  WHERE "state" = 'open' AND "withVerification";

-- A card number cannot be written here by mistake.
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_last4_is_four_digits" CHECK ("last4" ~ '^[0-9]{4}$');
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_expMonth_is_a_month" CHECK ("expMonth" BETWEEN 1 AND 12);

-- Two tabs that check out the same cart place one order, and with the same card share one payment.
CREATE UNIQUE INDEX "Order_one_open_per_cart" ON "Order"("cartId") WHERE "state" = 'open';
CREATE UNIQUE INDEX "Payment_one_unsettled" ON "Payment"("orderId", "savedCardId", "cardId") NULLS NOT DISTINCT
  WHERE "state" IN ('created', 'authorizing', 'authorized');

ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity_is_sane" CHECK ("quantity" BETWEEN 1 AND 24);
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_quantity_is_sane" CHECK ("quantity" BETWEEN 1 AND 24);
ALTER TABLE "Order" ADD CONSTRAINT "Order_belongs_to_somebody" CHECK (("userId" IS NULL) <> ("guestKey" IS NULL));
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount_is_positive" CHECK ("amount" > 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_refund_fits" CHECK ("refundedAmount" BETWEEN 0 AND "amount");

-- A second press or a second tab with the same terms goes on with the same subscription, and two workers with the
-- same charge.
CREATE UNIQUE INDEX "Subscription_one_starting" ON "Subscription"("userId", "projectId", "sku", "quantity", "interval", "count")
  NULLS NOT DISTINCT WHERE "state" = 'starting';
CREATE UNIQUE INDEX "Payment_one_unsettled_off_session" ON "Payment"("orderId")
  WHERE "initiation" = 'mit' AND "state" IN ('created', 'authorizing', 'authorized');
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_price_is_positive" CHECK ("price" > 0);
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_periods_fit" CHECK ("paidPeriods" BETWEEN 0 AND COALESCE("count", "paidPeriods"));
ALTER TABLE "Order" ADD CONSTRAINT "Order_period_has_subscription" CHECK (("intent" = 'one_off') = ("period" IS NULL));

-- Two people of the office, or one press repeated, give money back once.
CREATE UNIQUE INDEX "Refund_one_open" ON "Refund"("paymentId") WHERE "state" = 'asking';
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_is_positive" CHECK ("amount" > 0);
