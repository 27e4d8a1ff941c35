import { expect, test } from "vitest";
import configure, { keepActionIds } from "../next.config";

const keyOf = (variables: Record<string, string>) => {
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", ...variables };
  keepActionIds(env);
  return env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
};

test("builds with the same secret give server actions the same ids", () => {
  const key = keyOf({ NEXTAUTH_SECRET: "one" });
  expect(key).toBe(keyOf({ NEXTAUTH_SECRET: "one" }));
  expect(key).not.toBe(keyOf({ NEXTAUTH_SECRET: "two" }));
  // AES-GCM with 256 bits, as Next requires.
  expect(Buffer.from(String(key), "base64")).toHaveLength(32);
});

test("a key that is set stays, and without a secret Next makes its own", () => {
  expect(keyOf({ NEXTAUTH_SECRET: "one", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "set" })).toBe("set");
  expect(keyOf({})).toBeUndefined();
});

test("the image optimiser, which no page uses, is off", () => {
  expect(configure("phase-production-server").images).toEqual({ unoptimized: true });
});
