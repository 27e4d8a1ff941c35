import { expect, test } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { providers } from "./sign-in-methods";

const base = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
};

const methods = (more: Record<string, string>) =>
  providers(parseEnv({ ...base, ...more })).map(({ id }) => id);

test("without any setting there is no way to sign in", () => {
  expect(methods({})).toEqual([]);
});

test("a link by e-mail is offered once e-mails can be sent", () => {
  expect(methods({ EMAIL_SERVER: "smtp://mail.example:587" })).toEqual(["email"]);
});

test("GitHub and Google need both their variables", () => {
  expect(methods({ GITHUB_ID: "a", GITHUB_SECRET: "b", GOOGLE_ID: "c" })).toEqual(["github"]);
  expect(methods({ GOOGLE_ID: "c", GOOGLE_SECRET: "d" })).toEqual(["google"]);
});
