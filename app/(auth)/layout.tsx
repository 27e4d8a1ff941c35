import type { ReactNode } from "react";
import { Hoist } from "@/components/site/hoist";

/** The form on one side, the harbour on the other; on a phone the harbour is a strip above. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 pt-6 sm:px-6 sm:pt-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="min-w-0 max-lg:order-2">{children}</div>
      <aside className="relative min-h-32 overflow-hidden rounded-panel bg-harbour text-sail max-lg:order-1">
        <Hoist />
      </aside>
    </div>
  );
}
