/** What a person may have set for the app in their environment or in `.env`. */
const APP_VARIABLES = [
  ...[
    "DATABASE_URL",
    "DATABASE_TIMEOUT_SECONDS",
    "DATA_DIR",
    "DEMO",
    "NEXTAUTH_URL",
    "NEXTAUTH_SECRET",
    "PORT",
    "SANDBOX_PORT",
    "SANDBOX_URL",
    "LOG_LEVEL",
  ],
  ...["PROCESSOUT_PROJECT_ID", "PROCESSOUT_PRIVATE_KEY", "PROCESSOUT_API_URL", "PROCESSOUT_JS_URL"],
  ...["PROCESSOUT_WEBHOOK_SECRETS", "SANDBOX_CONTROL_URL", "MOBILE_RETURN_URLS"],
  "CHARGES_AT_ONCE", // eject: renewals
  "WEBHOOK_FETCHES_PER_MINUTE",
  ...[
    "TRUSTED_PROXIES",
    "SHOPPER_READS_PER_MINUTE",
    "SIGN_IN_MAILS_PER_HOUR",
    "SESSION_DAYS",
    "STAFF_SESSION_HOURS",
    "STAFF_IDLE_MINUTES",
    "CARD_ATTEMPTS_PER_ACCOUNT",
    "CARD_ATTEMPTS_PER_ADDRESS",
    "STAFF_FRESH_MINUTES", // eject: office
    "EMAIL_SERVER",
    "EMAIL_FROM",
    "GITHUB_ID",
    "GITHUB_SECRET",
    "GOOGLE_ID",
    "GOOGLE_SECRET",
  ],
];

/**
 * This process' environment with all of that blank, so that a test never sends a real mail, signs in with a real
 * provider or talks to a real ProcessOut. Next reads `.env` as well, and leaves what is set, even to nothing.
 */
export const makeTestEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(APP_VARIABLES.map((name) => [name, ""])),
  // All tests together are one shop, and they use the same few cards.
  CARD_ATTEMPTS_PER_CARD: "100000",
  CARD_ATTEMPTS_PER_SHOP: "100000",
});
