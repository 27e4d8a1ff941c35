import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/platform/durations";

/** As long as mail servers themselves keep trying, by RFC 5321. */
const GIVEN_UP_AFTER_MS = 5 * DAY_MS;

/** How long until a mail is sent again after the nth try: 2, 4, 8 … minutes, at most 6 hours. */
export const waitAfter = (attempts: number) => Math.min(MINUTE_MS * 2 ** attempts, 6 * HOUR_MS);

export const isGivenUp = ({ queuedAt, at }: { queuedAt: Date; at: Date }) =>
  at.getTime() - queuedAt.getTime() >= GIVEN_UP_AFTER_MS;
