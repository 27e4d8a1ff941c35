-- A second press or a second tab with the same terms continues with the same subscription.
CREATE UNIQUE INDEX "Subscription_one_starting" ON "Subscription"("userId", "projectId", "sku", "quantity", "interval", "count")
  NULLS NOT DISTINCT WHERE "state" = 'starting';
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_price_is_positive" CHECK ("price" > 0);
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_periods_fit" CHECK ("paidPeriods" BETWEEN 0 AND COALESCE("count", "paidPeriods"));
ALTER TABLE "Order" ADD CONSTRAINT "Order_period_has_subscription" CHECK (("intent" = 'one_off') = ("period" IS NULL));
