import type { ReactNode } from "react";
import { HarbourScene } from "@/components/brand/harbour-scene";

/** The form on one side, the harbour on the other; a phone has room for the form alone. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 pt-8 sm:px-6 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="min-w-0">{children}</div>
      <div className="relative aspect-11/20 self-start overflow-hidden rounded-panel bg-inverse max-lg:hidden">
        <HarbourScene />
      </div>
    </div>
  );
}
