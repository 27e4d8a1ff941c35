import { isDemo } from "@/lib/demo/register";
import { hasSandboxControl } from "@/lib/demo/sandbox-control";
import { env } from "@/lib/platform/env";

/**
 * The sandbox's test cards, for a card form to show above its fields; a press fills them. It is a page of the sandbox, which
 * reaches its own fields, so this page holds no number. Null outside the demo, and in a demo with a real project.
 */
export const testCardsFrame = () =>
  isDemo() && hasSandboxControl() ? (
    <iframe
      title="Test cards"
      src={new URL("/test-cards", env().PROCESSOUT_JS_URL).href}
      loading="lazy"
      className="h-51 w-full rounded-control border border-line sm:h-44"
    />
  ) : null;
