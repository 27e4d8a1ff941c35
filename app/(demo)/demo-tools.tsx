import { DemoBar } from "@/components/demo/demo-bar";
import { DemoClock } from "@/components/demo/demo-clock";
import { StartOver } from "@/components/demo/start-over";
import { UnderTheHood } from "@/components/demo/under-the-hood";
import { getCsrfToken, getUser } from "@/lib/auth/session";
import { listPersonas } from "@/lib/demo/personas";
import { isDemo } from "@/lib/demo/register";
import { hasSandboxControl } from "@/lib/demo/sandbox-control";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { moveClock, startOver } from "./actions";

/** The bar above every page. Nothing outside the demo. */
export async function DemoTools() {
  if (!isDemo()) return null;
  const user = await getUser();
  const { PROCESSOUT_API_URL, PROCESSOUT_JS_URL } = env();
  const sandboxUrl = new URL("/_sandbox/", PROCESSOUT_JS_URL).href;
  return (
    <aside aria-label="Demo" className="@container bg-inverse text-sm text-on-inverse print:hidden">
      <DemoBar
        people={listPersonas()}
        signedInAs={user?.email}
        csrfToken={await getCsrfToken()}
        sandboxUrl={sandboxUrl}
        clock={<DemoClock now={await now()} moveClock={moveClock} />}
        underTheHood={
          hasSandboxControl() && (
            <UnderTheHood isSignedIn={user !== null} sandboxUrl={sandboxUrl} apiUrl={PROCESSOUT_API_URL} />
          )
        }
        startOver={<StartOver startOver={startOver} />}
      />
      <div id="demo-news" />
    </aside>
  );
}
