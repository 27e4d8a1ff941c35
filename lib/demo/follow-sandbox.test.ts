import { expect, test } from "vitest";
import { readSandboxEvent } from "./follow-sandbox";

const read = (body: string) => readSandboxEvent(new Request("http://shop.example", { method: "POST", body }));

test("what the sandbox says is read", async () => {
  const event = { event: "clock-moved", offset_ms: 86_400_000 };
  expect(await read(JSON.stringify(event))).toEqual(event);
});

test.each([
  ["no JSON", "emptied"],
  ["null", "null"],
  ["an unknown event", '{"event":"deleted","offset_ms":0}'],
  ["no offset", '{"event":"emptied"}'],
  ["part of a millisecond", '{"event":"clock-moved","offset_ms":0.5}'],
  ["more than a kilobyte", `{"event":"emptied","offset_ms":0,"more":"${"x".repeat(1024)}"}`],
])("%s is nothing that the sandbox says", async (_, body) => {
  expect(await read(body)).toBeNull();
});
