import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { demoPort } from "@/lib/platform/demo-port";

const base = {
  DATABASE_URL: "postgresql://localhost/shop",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  PROCESSOUT_PROJECT_ID: "test-proj_1",
  PROCESSOUT_PRIVATE_KEY: "key_sandbox_1",
  EMAIL_SERVER: "",
};

/** The modules anew under these variables, and the names of the sign-in methods once a process has started. */
async function start(more: Partial<Record<"DEMO" | "DEMO_PUBLIC" | keyof typeof base, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...base, ...more })) vi.stubEnv(name, value);
  const { registerDemo } = await import("./register");
  registerDemo();
  const { listSignInMethods } = await import("@/lib/auth/sign-in-methods");
  const { listPersonas } = await import("./personas");
  return { personas: listPersonas().map(({ key }) => key), ...listSignInMethods() };
}

const forget = () => {
  vi.unstubAllEnvs();
  Object.assign(globalThis, { demoPort: undefined });
};
beforeEach(forget);
afterEach(forget);

test("with DEMO=1 the personas sign in and e-mails are kept, without a mail server", async () => {
  const { personas, email } = await start({ DEMO: "1" });
  expect(personas).toContain("maren");
  expect(email).toBe(true);
  expect(demoPort()).toBeDefined();
});

test("without DEMO nothing of the demo is registered", async () => {
  expect(await start({})).toEqual({ personas: [], email: false, oauth: [] });
  expect(demoPort()).toBeUndefined();
});

test.each([{ PROCESSOUT_PRIVATE_KEY: "key_live_1" }, { PROCESSOUT_PROJECT_ID: "proj_1" }])(
  "DEMO=1 is refused with the live credential %o",
  async (live) => {
    const https = { NEXTAUTH_URL: "https://localhost:3000" };
    await expect(start({ DEMO: "1", ...https, ...live })).rejects.toThrow("must never meet a live key");
    expect(demoPort()).toBeUndefined();
  },
);

test.each(["https://shop.example", "http://192.168.0.7:3000", "http://localhost.example:3000"])(
  "DEMO=1 is refused at %s, which others can reach, unless DEMO_PUBLIC=1 is set",
  async (NEXTAUTH_URL) => {
    await expect(start({ DEMO: "1", NEXTAUTH_URL })).rejects.toThrow("set DEMO_PUBLIC=1");
    expect(demoPort()).toBeUndefined();
    expect((await start({ DEMO: "1", DEMO_PUBLIC: "1", NEXTAUTH_URL })).personas).toContain("maren");
  },
);

test.each(["http://127.0.0.1:3000", "http://[::1]:3000", "http://shop.localhost:3000"])(
  "DEMO=1 is accepted at %s, which is this machine",
  async (NEXTAUTH_URL) => {
    expect((await start({ DEMO: "1", NEXTAUTH_URL })).personas).toContain("maren");
  },
);
