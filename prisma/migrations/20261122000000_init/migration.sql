-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('shopper', 'staff');

-- CreateEnum
CREATE TYPE "CardState" AS ENUM ('open', 'attached', 'failed', 'removed');

-- CreateEnum
CREATE TYPE "WebhookState" AS ENUM ('received', 'parked', 'done', 'expired');

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
CREATE TABLE "ProcessOutCustomer" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "customerId" TEXT,
    "profileHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProcessOutCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedCard" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "tokenId" TEXT,
    "state" "CardState" NOT NULL DEFAULT 'open',
    "verificationStatus" TEXT,
    "isChargeable" BOOLEAN NOT NULL DEFAULT false,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "scheme" TEXT,
    "coScheme" TEXT,
    "preferredScheme" TEXT,
    "last4" TEXT,
    "expMonth" INTEGER,
    "expYear" INTEGER,
    "fingerprint" TEXT,
    "nickname" TEXT,
    "failureCode" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "syncedAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "SavedCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "WebhookState" NOT NULL DEFAULT 'received',
    "note" TEXT,
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
CREATE UNIQUE INDEX "ProcessOutCustomer_userId_projectId_key" ON "ProcessOutCustomer"("userId", "projectId");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessOutCustomer_projectId_customerId_key" ON "ProcessOutCustomer"("projectId", "customerId");

-- CreateIndex
CREATE INDEX "SavedCard_userId_projectId_state_idx" ON "SavedCard"("userId", "projectId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "SavedCard_projectId_tokenId_key" ON "SavedCard"("projectId", "tokenId");

-- CreateIndex
CREATE INDEX "WebhookEvent_state_dueAt_idx" ON "WebhookEvent"("state", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_receivedAt_idx" ON "WebhookEvent"("receivedAt");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessOutCustomer" ADD CONSTRAINT "ProcessOutCustomer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot express. scripts/new-migration.ts appends it to the migration.

-- One open attempt per user and project: a second click or a second tab reuses the first.
CREATE UNIQUE INDEX "SavedCard_one_open_attempt" ON "SavedCard"("userId", "projectId") WHERE "state" = 'open';

-- A card number cannot be written here by mistake.
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_last4_is_four_digits" CHECK ("last4" ~ '^[0-9]{4}$');
ALTER TABLE "SavedCard" ADD CONSTRAINT "SavedCard_expMonth_is_a_month" CHECK ("expMonth" BETWEEN 1 AND 12);
