-- Two tabs that check out the same cart place one order, and share one payment if they use the same card.
CREATE UNIQUE INDEX "Order_one_open_per_cart" ON "Order"("cartId") WHERE "state" = 'open';
CREATE UNIQUE INDEX "Payment_one_pending" ON "Payment"("orderId", "savedCardId", "cardId") NULLS NOT DISTINCT
  WHERE "state" IN ('created', 'authorizing', 'authorized');

ALTER TABLE "Order" ADD CONSTRAINT "Order_has_one_owner" CHECK (("userId" IS NULL) <> ("guestKey" IS NULL));
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 24);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount_is_positive" CHECK ("amount" > 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_refund_fits" CHECK ("refundedAmount" BETWEEN 0 AND "amount");

-- Two workers that charge the same order share one payment, whichever card each of them reads.
CREATE UNIQUE INDEX "Payment_one_pending_mit" ON "Payment"("orderId")
  WHERE "initiation" = 'mit' AND "state" IN ('created', 'authorizing', 'authorized');

-- Two members of staff, or one press repeated, refund once.
CREATE UNIQUE INDEX "Refund_one_pending" ON "Refund"("paymentId") WHERE "state" = 'requested';
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_is_positive" CHECK ("amount" > 0);
