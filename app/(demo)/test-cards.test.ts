import { expect, test, vi } from "vitest";
import { isDemo } from "@/lib/demo/register";
import { hasSandboxControl } from "@/lib/demo/sandbox-control";
import { testCardsFrame } from "./test-cards";

vi.mock("@/lib/demo/register", () => ({ isDemo: vi.fn(() => true) }));
vi.mock("@/lib/demo/sandbox-control", () => ({ hasSandboxControl: vi.fn(() => true) }));
vi.mock("@/lib/platform/env", () => ({
  env: () => ({ PROCESSOUT_JS_URL: "http://127.0.0.1:4242/processout.js" }),
}));

test("a demo with a sandbox shows the sandbox's page of test cards", () => {
  const frame = { type: "iframe", props: { title: "Test cards", src: "http://127.0.0.1:4242/test-cards" } };
  expect(testCardsFrame()).toMatchObject(frame);
});

test("outside the demo, and with a real project, there is nothing, so that the form leaves no room for it", () => {
  vi.mocked(isDemo).mockReturnValueOnce(false);
  expect(testCardsFrame()).toBeNull();
  vi.mocked(hasSandboxControl).mockReturnValueOnce(false);
  expect(testCardsFrame()).toBeNull();
});
