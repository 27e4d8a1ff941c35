import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function NoCards() {
  return (
    <EmptyState
      art={<EmptyBerth />}
      title="No card on board yet"
      action={<ButtonLink href="/cards/new">Add a card</ButtonLink>}
    >
      <p>
        Save one and the next bag is two presses away. Your bank checks it once; the number goes straight to
        our payment partner and never comes near our own books.
      </p>
    </EmptyState>
  );
}

/** An outline of a card, moored. */
const EmptyBerth = () => (
  <svg
    viewBox="0 0 160 110"
    aria-hidden="true"
    className="h-28 w-40 fill-none stroke-control"
    strokeWidth="2"
  >
    <rect x="34" y="14" width="92" height="58" rx="8" strokeDasharray="5 5" />
    <path d="M34 32h92" strokeDasharray="5 5" />
    <path
      d="M80 72v12M80 84c-9 0-14 5-14 10M80 84c9 0 14 5 14 10"
      className="stroke-brass"
      strokeLinecap="round"
    />
    <circle cx="80" cy="80" r="3" className="fill-brass stroke-brass" />
    <path
      d="M6 98c8-6 16-6 24 0s16 6 24 0 16-6 24 0 16 6 24 0 16-6 24 0 16 6 24 0"
      className="stroke-fjord"
      strokeLinecap="round"
    />
  </svg>
);
