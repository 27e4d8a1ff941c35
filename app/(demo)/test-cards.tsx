import { isDemo } from "@/lib/demo/register";
import { hasSandboxControl } from "@/lib/demo/sandbox-control";
import { env } from "@/lib/platform/env";

/**
 * The sandbox's test cards beside a card form; a press fills the hosted fields. It is a page of the sandbox, which reaches
 * its own fields, so this page holds no number. Nothing with a real project.
 */
export function TestCards() {
  if (!isDemo() || !hasSandboxControl()) return null;
  return (
    <iframe
      title="Test cards"
      src={new URL("/test-cards", env().PROCESSOUT_JS_URL).href}
      loading="lazy"
      className="h-51 w-full rounded-control border border-line sm:h-44"
    />
  );
}
