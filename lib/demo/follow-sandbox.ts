import { z } from "zod";
import { readBody } from "@/lib/platform/read-body";
import { followClock } from "./demo-clock";
import { emptyShop } from "./empty-shop";
import { hasSandboxControl, postToSandbox } from "./sandbox-control";
import { seedPeople } from "./seed";

const MAX_BYTES = 1024;

const eventSchema = z.object({ event: z.enum(["clock-moved", "emptied"]), offset_ms: z.int() });

export type SandboxEvent = z.output<typeof eventSchema>;

/** What the sandbox says in a request's body, or null. */
export async function readSandboxEvent(request: Request): Promise<SandboxEvent | null> {
  try {
    return eventSchema.parse(JSON.parse(String(await readBody(request, MAX_BYTES))));
  } catch {
    return null;
  }
}

/** Takes over the sandbox's time. After the sandbox was emptied the shop starts over as well: its ids are unknown there. */
export async function followSandbox({ event, offset_ms }: SandboxEvent): Promise<void> {
  if (event === "emptied") await emptyShop();
  await followClock(offset_ms);
  if (event === "emptied") await seedPeople();
}

/**
 * Empties the sandbox, and with it the shop, which is told. Throws when the sandbox does not answer, and when it was emptied
 * and this shop did not follow.
 */
export async function startOver(): Promise<void> {
  if (!hasSandboxControl()) return followSandbox({ event: "emptied", offset_ms: 0 });
  const { is_followed } = await postToSandbox("/reset", {});
  if (!is_followed)
    throw new Error("The sandbox was emptied, and this shop was not told or failed to start over");
}
