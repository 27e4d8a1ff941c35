import { expect, test } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { providers } from "./providers";

const base = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};

const doors = (more: Record<string, string>) => providers(parseEnv({ ...base, ...more })).map(({ id }) => id);

test("personas and the outbox's links exist in the demo alone", () => {
  expect(doors({ DEMO: "1" })).toEqual(["persona", "email"]);
  expect(doors({})).toEqual([]);
});

test("mail is a door once it can be sent", () => {
  expect(doors({ EMAIL_SERVER: "smtp://mail.example:587" })).toEqual(["email"]);
});

test("GitHub and Google need both their variables", () => {
  expect(doors({ GITHUB_ID: "a", GITHUB_SECRET: "b", GOOGLE_ID: "c" })).toEqual(["github"]);
  expect(doors({ GOOGLE_ID: "c", GOOGLE_SECRET: "d" })).toEqual(["google"]);
});
