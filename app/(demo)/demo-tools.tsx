import { DemoNote } from "@/components/demo/demo-note";
import { DemoPanel } from "@/components/demo/demo-panel";
import { getUser } from "@/lib/auth/session";
import { getDemoOffset } from "@/lib/demo/demo-clock";
import { isDemo } from "@/lib/demo/register";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { moveClock } from "./actions";

const sandboxUrl = () => new URL("/_sandbox/", env().PROCESSOUT_JS_URL).href;

/** The footer's line about the demo. Nothing outside the demo. */
export const DemoFooter = () => isDemo() && <DemoNote sandboxUrl={sandboxUrl()} />;

/** The panel at the edge of every page: clock, outbox, back office, sandbox. Nothing outside the demo. */
export async function DemoTools() {
  if (!isDemo()) return null;
  const [user, offsetMs] = await Promise.all([getUser(), getDemoOffset()]);
  return (
    <DemoPanel
      now={await now()}
      offsetMs={offsetMs}
      sandboxUrl={sandboxUrl()}
      who={user?.role ?? "visitor"}
      moveClock={moveClock}
    />
  );
}
