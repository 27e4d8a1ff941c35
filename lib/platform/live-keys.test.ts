import { expect, test } from "vitest";
import { parseEnv } from "./env";
import { listMissing, listUnlimited } from "./live-keys";

const live = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "https://shop.example",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_live_1",
};

test.each(["NEXTAUTH_URL", "PROCESSOUT_API_URL", "PROCESSOUT_JS_URL"])(
  "live keys refuse an http address as %s, and sandbox keys take it",
  (name) => {
    const http = { ...live, [name]: "http://shop.example/" };
    expect(() => parseEnv(http)).toThrow(`${name}: live keys need an https:// address`);
    const sandbox = { PROCESSOUT_PROJECT_ID: "test-proj_1", PROCESSOUT_PRIVATE_KEY: "key_sandbox_1" };
    expect(() => parseEnv({ ...http, ...sandbox })).not.toThrow();
  },
);

test("with live keys it is said that the webhook secret, the proxies and a way to sign in are missing", () => {
  const names = (more: Record<string, string>) =>
    listMissing(parseEnv({ ...live, ...more })).map((sentence) => sentence.split(/[:,]/)[0]);
  expect(names({})).toEqual(["PROCESSOUT_WEBHOOK_SECRETS", "TRUSTED_PROXIES", "EMAIL_SERVER"]);
  const complete = { PROCESSOUT_WEBHOOK_SECRETS: "a".repeat(24), TRUSTED_PROXIES: "1" };
  // A provider without its secret is not offered.
  expect(names({ ...complete, GITHUB_ID: "1" })).toEqual(["EMAIL_SERVER"]);
  expect(names({ ...complete, GITHUB_ID: "1", GITHUB_SECRET: "2" })).toEqual([]);
  expect(names({ PROCESSOUT_PROJECT_ID: "test-proj_1", PROCESSOUT_PRIVATE_KEY: "key_sandbox_1" })).toEqual(
    [],
  );
});

test("with any keys it is said that without proxies only the limits of the whole shop hold", () => {
  const said = listUnlimited({ TRUSTED_PROXIES: 0 });
  expect(said).toEqual([
    expect.stringMatching(/^TRUSTED_PROXIES.* shop as a whole .*CARD_ATTEMPTS_PER_SHOP/),
  ]);
  expect(listUnlimited({ TRUSTED_PROXIES: 1 })).toEqual([]);
});
