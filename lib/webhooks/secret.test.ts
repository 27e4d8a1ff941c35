import { expect, test } from "vitest";
import { isWebhookSecret } from "./secret";

const current = "a".repeat(32);
const previous = "b".repeat(32);

test("the current and the previous secret are both valid while an address is being rotated", () => {
  expect(isWebhookSecret(current, [current, previous])).toBe(true);
  expect(isWebhookSecret(previous, [current, previous])).toBe(true);
});

test.each(["", "a", "c".repeat(32), `${current}x`])("%j is refused", (given) => {
  expect(isWebhookSecret(given, [current, previous])).toBe(false);
});

test("with no secret configured nothing is let in", () => {
  expect(isWebhookSecret("", [])).toBe(false);
});
