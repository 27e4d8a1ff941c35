-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('shopper', 'staff');

-- CreateEnum
CREATE TYPE "CardState" AS ENUM ('open', 'attached', 'declined', 'failed', 'removed');

-- CreateEnum
CREATE TYPE "OrderIntent" AS ENUM ('one_off', 'recurring', 'installment');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('open', 'paid', 'canceled');

-- CreateEnum
CREATE TYPE "Initiation" AS ENUM ('cit', 'mit');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('created', 'authorizing', 'authorized', 'captured', 'failed', 'voided', 'partially_refunded', 'refunded');

-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('requested', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "RefundReason" AS ENUM ('customer_request', 'duplicate', 'fraud', 'other');

-- CreateEnum
CREATE TYPE "SubscriptionState" AS ENUM ('starting', 'active', 'retrying', 'needs_authentication', 'needs_card', 'paused', 'canceled', 'completed');

-- CreateEnum
CREATE TYPE "SubscriptionInterval" AS ENUM ('week', 'month');

-- CreateEnum
CREATE TYPE "WebhookState" AS ENUM ('received', 'deferred', 'done', 'expired');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMP(3),
    "name" TEXT,
    "image" TEXT,
    "role" "Role" NOT NULL DEFAULT 'shopper',
    "phoneDialingCode" TEXT,
    "phoneNumber" TEXT,
    "address1" TEXT,
    "address2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "zip" TEXT,
    "countryCode" TEXT,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL
);

-- CreateTable
CREATE TABLE "SavedCard" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "tokenId" TEXT,
    "cardId" TEXT,
    "state" "CardState" NOT NULL DEFAULT 'open',
    "withVerification" BOOLEAN NOT NULL DEFAULT true,
    "returnUrl" TEXT NOT NULL DEFAULT '',
    "verificationStatus" TEXT,
    "isFinal" BOOLEAN NOT NULL DEFAULT false,
    "isChargeable" BOOLEAN NOT NULL DEFAULT false,
    "scheme" TEXT,
    "coScheme" TEXT,
    "preferredScheme" TEXT,
    "last4" TEXT,
    "expMonth" INTEGER,
    "expYear" INTEGER,
    "fingerprint" TEXT,
    "nickname" TEXT,
    "failureCode" TEXT,
    "previousDefaultTokenId" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "expiryNotifiedFor" TEXT,
    "notifiedState" TEXT,
    "syncedVersion" INTEGER NOT NULL DEFAULT 0,
    "syncedAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "SavedCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcessOutCustomer" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "customerId" TEXT,
    "profile" TEXT NOT NULL,
    "syncVersion" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT,
    "defaultTokenId" TEXT,
    "defaultVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProcessOutCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoClock" (
    "id" INTEGER NOT NULL,
    "offsetMs" BIGINT NOT NULL,

    CONSTRAINT "DemoClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "ranAt" TIMESTAMP(3) NOT NULL,
    "workedAt" TIMESTAMP(3),
    "workCount" INTEGER NOT NULL DEFAULT 0,
    "failedAt" TIMESTAMP(3),
    "failure" TEXT,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "QueuedMail" (
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "queuedAt" TIMESTAMP(3) NOT NULL,
    "sendAfter" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "givenUpAt" TIMESTAMP(3),

    CONSTRAINT "QueuedMail_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "state" "OrderState" NOT NULL DEFAULT 'open',
    "userId" TEXT,
    "guestKey" TEXT,
    "cartId" TEXT,
    "currency" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "intent" "OrderIntent" NOT NULL DEFAULT 'one_off',
    "subscriptionId" TEXT,
    "period" INTEGER,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address1" TEXT NOT NULL,
    "address2" TEXT,
    "zip" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "countryCode" TEXT NOT NULL,
    "placedAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),
    "receiptQueuedAt" TIMESTAMP(3),
    "paidById" TEXT,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitPrice" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'created',
    "initiation" "Initiation" NOT NULL DEFAULT 'cit',
    "amount" INTEGER NOT NULL,
    "refundedAmount" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "customerId" TEXT,
    "invoiceId" TEXT,
    "transactionId" TEXT,
    "savedCardId" TEXT,
    "cardId" TEXT,
    "savesCard" BOOLEAN NOT NULL DEFAULT false,
    "scheme" TEXT,
    "last4" TEXT,
    "failureCode" TEXT,
    "retryAdvice" TEXT,
    "schemeTransactionId" TEXT,
    "addressKey" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "authorizedAt" TIMESTAMP(3),
    "capturedAt" TIMESTAMP(3),
    "syncedAt" TIMESTAMP(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'requested',
    "amount" INTEGER NOT NULL,
    "reason" "RefundReason" NOT NULL,
    "refundId" TEXT,
    "failureCode" TEXT,
    "staff" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "completedAt" TIMESTAMP(3),
    "processAfter" TIMESTAMP(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardConsent" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "savedCardId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CardConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touchedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId","sku")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "state" "SubscriptionState" NOT NULL DEFAULT 'starting',
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "interval" "SubscriptionInterval" NOT NULL,
    "count" INTEGER,
    "savedCardId" TEXT,
    "schemeTransactionId" TEXT,
    "paidPeriods" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),
    "processAfter" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "hasLapsed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "WebhookState" NOT NULL DEFAULT 'received',
    "note" TEXT,
    "subjects" TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookBudget" (
    "minute" TIMESTAMP(3) NOT NULL,
    "fetches" INTEGER NOT NULL,

    CONSTRAINT "WebhookBudget_pkey" PRIMARY KEY ("minute")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_identifier_token_key" ON "VerificationToken"("identifier", "token");

-- CreateIndex
CREATE INDEX "SavedCard_customerId_idx" ON "SavedCard"("customerId");

-- CreateIndex
CREATE INDEX "SavedCard_userId_projectId_state_idx" ON "SavedCard"("userId", "projectId", "state");

-- CreateIndex
CREATE INDEX "SavedCard_projectId_state_isFinal_syncedAt_idx" ON "SavedCard"("projectId", "state", "isFinal", "syncedAt");

-- CreateIndex
CREATE INDEX "SavedCard_projectId_state_expYear_expMonth_idx" ON "SavedCard"("projectId", "state", "expYear", "expMonth");

-- CreateIndex
CREATE INDEX "SavedCard_projectId_state_notifiedState_startedAt_idx" ON "SavedCard"("projectId", "state", "notifiedState", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedCard_projectId_tokenId_key" ON "SavedCard"("projectId", "tokenId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedCard_projectId_cardId_key" ON "SavedCard"("projectId", "cardId");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessOutCustomer_userId_projectId_key" ON "ProcessOutCustomer"("userId", "projectId");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessOutCustomer_projectId_customerId_key" ON "ProcessOutCustomer"("projectId", "customerId");

-- CreateIndex
CREATE INDEX "OutboxMail_to_createdAt_idx" ON "OutboxMail"("to", "createdAt");

-- CreateIndex
CREATE INDEX "QueuedMail_sendAfter_idx" ON "QueuedMail"("sendAfter");

-- CreateIndex
CREATE INDEX "QueuedMail_sentAt_queuedAt_idx" ON "QueuedMail"("sentAt", "queuedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_at_idx" ON "AuditEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_guestKey_key" ON "Order"("guestKey");

-- CreateIndex
CREATE UNIQUE INDEX "Order_paidById_key" ON "Order"("paidById");

-- CreateIndex
CREATE INDEX "Order_state_receiptQueuedAt_paidAt_idx" ON "Order"("state", "receiptQueuedAt", "paidAt");

-- CreateIndex
CREATE INDEX "Order_userId_placedAt_idx" ON "Order"("userId", "placedAt");

-- CreateIndex
CREATE INDEX "Order_cartId_idx" ON "Order"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_subscriptionId_period_key" ON "Order"("subscriptionId", "period");

-- CreateIndex
CREATE INDEX "Payment_orderId_idx" ON "Payment"("orderId");

-- CreateIndex
CREATE INDEX "Payment_state_startedAt_idx" ON "Payment"("state", "startedAt");

-- CreateIndex
CREATE INDEX "Payment_savedCardId_idx" ON "Payment"("savedCardId");

-- CreateIndex
CREATE INDEX "Payment_transactionId_idx" ON "Payment"("transactionId");

-- CreateIndex
CREATE INDEX "Payment_customerId_idx" ON "Payment"("customerId");

-- CreateIndex
CREATE INDEX "Payment_cardId_idx" ON "Payment"("cardId");

-- CreateIndex
CREATE INDEX "Payment_addressKey_startedAt_idx" ON "Payment"("addressKey", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_projectId_invoiceId_key" ON "Payment"("projectId", "invoiceId");

-- CreateIndex
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");

-- CreateIndex
CREATE INDEX "Refund_processAfter_idx" ON "Refund"("processAfter");

-- CreateIndex
CREATE INDEX "Refund_refundId_idx" ON "Refund"("refundId");

-- CreateIndex
CREATE INDEX "Refund_failureCode_completedAt_idx" ON "Refund"("failureCode", "completedAt");

-- CreateIndex
CREATE INDEX "CardConsent_savedCardId_idx" ON "CardConsent"("savedCardId");

-- CreateIndex
CREATE INDEX "CardConsent_userId_idx" ON "CardConsent"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Cart_key_key" ON "Cart"("key");

-- CreateIndex
CREATE INDEX "Cart_userId_touchedAt_idx" ON "Cart"("userId", "touchedAt");

-- CreateIndex
CREATE INDEX "Subscription_projectId_processAfter_idx" ON "Subscription"("projectId", "processAfter");

-- CreateIndex
CREATE INDEX "Subscription_userId_createdAt_idx" ON "Subscription"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Subscription_savedCardId_idx" ON "Subscription"("savedCardId");

-- CreateIndex
CREATE INDEX "WebhookEvent_state_dueAt_idx" ON "WebhookEvent"("state", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_receivedAt_idx" ON "WebhookEvent"("receivedAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_subjects_idx" ON "WebhookEvent" USING GIN ("subjects");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessOutCustomer" ADD CONSTRAINT "ProcessOutCustomer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_paidById_fkey" FOREIGN KEY ("paidById") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardConsent" ADD CONSTRAINT "CardConsent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_savedCardId_fkey" FOREIGN KEY ("savedCardId") REFERENCES "SavedCard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open attempt per user, project and return address: a second click or a second tab reuses the first.
-- Without verification an attempt is one call, and the unique card id is its claim.
CREATE UNIQUE INDEX "SavedCard_one_open_attempt" ON "SavedCard"("userId", "projectId", "returnUrl")
  WHERE "state" = 'open' AND "withVerification";

-- A card number cannot be written here by mistake.
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_last4_is_four_digits" CHECK ("last4" ~ '^[0-9]{4}$');
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_expMonth_is_a_month" CHECK ("expMonth" BETWEEN 1 AND 12);

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

ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 24);

-- A second press or a second tab with the same terms continues with the same subscription.
CREATE UNIQUE INDEX "Subscription_one_starting" ON "Subscription"("userId", "projectId", "sku", "quantity", "interval", "count")
  NULLS NOT DISTINCT WHERE "state" = 'starting';
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_price_is_positive" CHECK ("price" > 0);
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_periods_fit" CHECK ("paidPeriods" BETWEEN 0 AND COALESCE("count", "paidPeriods"));
ALTER TABLE "Order" ADD CONSTRAINT "Order_period_has_subscription" CHECK (("intent" = 'one_off') = ("period" IS NULL));
