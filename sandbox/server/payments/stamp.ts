import { randomBytes, randomInt } from "node:crypto";
import type { Engine } from "../engine";
import { newId } from "../ids";
import type { Stamp } from "./rules/operations";

/** Real ids and references, and the sandbox's time. */
export function stampNow(engine: Pick<Engine, "clock">): Stamp {
  return {
    now: engine.clock.stamp(),
    id: newId,
    hex: (length) => randomBytes(length / 2).toString("hex"),
    digits: (length) => Array.from({ length }, () => randomInt(10)).join(""),
  };
}
