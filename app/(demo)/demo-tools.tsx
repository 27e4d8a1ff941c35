import { DemoNote } from "@/components/demo/demo-note";
import { DemoPanel } from "@/components/demo/demo-panel";
import { getDemoOffset } from "@/lib/demo/demo-clock";
import { isDemo } from "@/lib/demo/register";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { moveClock } from "./actions";
import { OfficeLink } from "./office-link"; // eject: office

const sandboxUrl = () => new URL("/_sandbox/", env().PROCESSOUT_JS_URL).href;

/** The footer's line about the demo. Nothing outside the demo. */
export const DemoFooter = () => isDemo() && <DemoNote sandboxUrl={sandboxUrl()} />;

/** The panel at the edge of every page: clock, outbox and sandbox. Nothing outside the demo. */
export async function DemoTools() {
  if (!isDemo()) return null;
  return (
    <DemoPanel
      now={await now()}
      offsetMs={await getDemoOffset()}
      sandboxUrl={sandboxUrl()}
      moveClock={moveClock}
    >
      <OfficeLink /> {/* eject: office */}
    </DemoPanel>
  );
}
