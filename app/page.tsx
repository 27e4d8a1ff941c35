import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: { absolute: "Halyard Coffee" } };

export default function HomePage() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-20 sm:px-6 sm:py-28">
      <h1 className="max-w-[14ch] text-display">Coffee that came by water.</h1>
      <p className="mt-6 max-w-[48ch] text-lg text-muted">
        Six green lots on the quay at any time, one roaster, no hurry. Save a card once and the next bag is
        one press away.
      </p>
      <div className="mt-8">
        <ButtonLink href="/cards">Your saved cards</ButtonLink>
      </div>
    </div>
  );
}
