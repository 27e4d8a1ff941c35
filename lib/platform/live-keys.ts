type Settings = {
  PROCESSOUT_PROJECT_ID: string;
  PROCESSOUT_PRIVATE_KEY: string;
  PROCESSOUT_WEBHOOK_SECRETS: string[];
  TRUSTED_PROXIES: number;
  EMAIL_SERVER?: string | undefined;
  GITHUB_ID?: string | undefined;
  GITHUB_SECRET?: string | undefined;
  GOOGLE_ID?: string | undefined;
  GOOGLE_SECRET?: string | undefined;
};

type KeySettings = Pick<Settings, "PROCESSOUT_PROJECT_ID" | "PROCESSOUT_PRIVATE_KEY">;

/** Whether these credentials move money: all that are not plainly a test project with a test key. */
export const isLive = ({ PROCESSOUT_PROJECT_ID: id, PROCESSOUT_PRIVATE_KEY: key }: KeySettings): boolean =>
  !(id.startsWith("test-") && /^key_(sandbox|test)_/.test(key));

/** With any keys: what no limit can count by. */
export const listUnlimited = ({ TRUSTED_PROXIES }: Pick<Settings, "TRUSTED_PROXIES">): string[] =>
  TRUSTED_PROXIES === 0
    ? [
        "TRUSTED_PROXIES: without the number of your proxies nothing is limited by the address of the client. The limits of the shop as a whole hold (CARD_ATTEMPTS_PER_SHOP, SIGN_IN_MAILS_PER_HOUR)",
      ]
    : [];

/** What a shop with live keys lacks. It starts without these, and does not work as it should. */
export function listMissing(settings: Settings): string[] {
  if (!isLive(settings)) return [];
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, EMAIL_SERVER } = settings;
  const canSignIn = EMAIL_SERVER || (GITHUB_ID && GITHUB_SECRET) || (GOOGLE_ID && GOOGLE_SECRET);
  return [
    ...(settings.PROCESSOUT_WEBHOOK_SECRETS.length === 0
      ? [
          "PROCESSOUT_WEBHOOK_SECRETS: without a secret no webhook is accepted, and changes are seen minutes later",
        ]
      : []),
    ...listUnlimited(settings),
    ...(canSignIn
      ? []
      : ["EMAIL_SERVER, or GITHUB_ID or GOOGLE_ID with its secret: without one of them no user can sign in"]),
  ];
}
