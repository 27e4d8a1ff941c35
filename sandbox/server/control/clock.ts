import type { Engine } from "../engine";
import { invalid } from "../errors";
import { tellFollower } from "../follower";
import { integer, read } from "../params";
import { date } from "../readers";
import type { PageRoute } from "../route";

const DECADES_MS = 50 * 365 * 24 * 60 * 60 * 1000;
const span = integer({ min: -DECADES_MS, max: DECADES_MS });
const MOVE = { advance_ms: span, offset_ms: span, now: date };

const show = ({ clock }: Engine) => ({
  content: { now: clock.now().toISOString(), offset_ms: clock.offsetMs() },
});

/** The sandbox's clock. Jobs that fall due by a move have run, and their webhooks been sent once, before the answer. */
export const clockControl: PageRoute[] = [
  { method: "GET", path: "/_sandbox/clock", handle: show },
  {
    method: "POST",
    path: "/_sandbox/clock",
    async handle(context) {
      const { clock, jobs, webhooks, body } = context;
      const move = read(MOVE, body, () => undefined);
      if (move.advance_ms !== undefined) clock.setOffset(bounded(clock.offsetMs() + move.advance_ms));
      else if (move.offset_ms !== undefined) clock.setOffset(move.offset_ms);
      else if (move.now !== undefined) clock.setOffset(bounded(Date.parse(move.now) - Date.now()));
      else throw invalid("request.validation.error", "Give advance_ms, offset_ms or now.");
      // First: what the jobs send is processed by an application of the same time.
      const isFollowed = await tellFollower(context, "clock-moved");
      jobs.runDue();
      await webhooks.idle(5000);
      return { content: { ...show(context).content, is_followed: isFollowed } };
    },
  },
];

function bounded(offset: number): number {
  if (Math.abs(offset) > DECADES_MS)
    throw invalid("request.validation.error", "The clock can move at most 50 years from real time.");
  return offset;
}
