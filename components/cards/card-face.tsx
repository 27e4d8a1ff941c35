import clsx from "clsx";
import type { Card } from "@/lib/cards/card";
import { brandName, expiryText, plainBrand } from "@/lib/cards/card";
import { lookUp } from "@/lib/platform/typed-text";
import { BrandMark } from "./brand-mark";

/** Dark backgrounds, the same in both colour schemes, on which the text has a contrast of 7:1. */
const BACKGROUNDS: Record<string, string> = {
  visa: "from-[#0d2230] to-[#1b4a63]",
  mastercard: "from-[#2b1512] to-[#6d2a1c]",
  "american express": "from-[#0c2a3e] to-[#125079]",
  "carte bancaire": "from-[#0c2a22] to-[#17563c]",
  jcb: "from-[#1d1a33] to-[#42365f]",
  discover: "from-[#2b1d0c] to-[#6b4310]",
};
const PLAIN_BACKGROUND = "from-[#1a252b] to-[#40525b]";

type Props = {
  card: Pick<
    Card,
    "brand" | "otherBrand" | "last4" | "expMonth" | "expYear" | "nickname" | "expiry" | "status"
  >;
};

/** A picture of the card: its network, last digits, expiry and name. */
export function CardFace({ card }: Props) {
  const isDim = card.expiry === "expired" || card.status === "declined" || card.status === "blocked";
  const expiry = expiryText(card);
  return (
    <div
      className={clsx(
        "relative isolate flex aspect-[1.586] flex-col justify-between overflow-hidden rounded-panel bg-linear-to-br p-5 text-on-inverse shadow-raised",
        lookUp(BACKGROUNDS, plainBrand(card.brand)) ?? PLAIN_BACKGROUND,
        isDim && "grayscale-75",
      )}
    >
      <Waves isMoving={card.status === "checking"} />
      <p className="min-w-0 truncate font-display text-lg font-semibold tracking-tight">
        <bdi>{card.nickname ?? brandName(card.brand)}</bdi>
      </p>
      <div className="flex items-end justify-between gap-3">
        <div className="grid gap-1.5">
          <p className="text-lg tracking-[0.14em] tabular-nums">
            <span aria-hidden="true">•••• </span>
            <span className="sr-only">ending in </span>
            {card.last4 ?? "····"}
          </p>
          {expiry && (
            <p
              className={clsx(
                "text-sm tabular-nums",
                isDim ? "text-on-inverse line-through" : "text-on-inverse-muted",
              )}
            >
              <span className="sr-only">expires </span>
              {expiry}
            </p>
          )}
        </div>
        <div className="flex items-center gap-1.5">
          {card.otherBrand && <BrandMark brand={card.otherBrand} className="h-5 w-8 opacity-60" />}
          <BrandMark brand={card.brand} className="h-8 w-12.5" />
        </div>
      </div>
    </div>
  );
}

/** Background lines, animated while verification is pending. */
const Waves = ({ isMoving }: { isMoving: boolean }) => (
  <svg
    viewBox="0 0 320 200"
    aria-hidden="true"
    preserveAspectRatio="xMidYMid slice"
    className={clsx("absolute inset-0 -z-10 size-full stroke-on-inverse/15", isMoving && "animate-shimmer")}
  >
    <g fill="none" strokeWidth="1">
      <path d="M-10 150c60-50 110 20 170-25s90-70 180-40" />
      <path d="M-10 168c70-48 115 16 178-26s92-62 172-40" />
      <path d="M-10 186c80-46 120 12 186-27s94-54 164-40" />
      <path d="M-10 204c90-44 125 8 194-28s96-46 156-40" />
      <path d="M-10 128c50-50 104 26 160-24s88-80 190-42" />
      <path d="M-10 104c44-48 98 30 150-22s86-90 200-46" />
    </g>
  </svg>
);
