import { BadgeCheck, CircleAlert, Clock, Hourglass, ShieldQuestion, Star } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Badge, type Tone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { type Card, type CardStatus, type CardUse, cardName, type Expiry, usesText } from "@/lib/cards/card";
import type { FormState } from "@/lib/platform/form-state";
import { CardFace } from "./card-face";
import { cardTone } from "./card-tone";
import { DefaultButton } from "./default-button";
import { DeleteButton } from "./delete-button";
import { RenameButton } from "./rename-button";

type Action<Field extends string> = (state: FormState<Field>, form: FormData) => Promise<FormState<Field>>;

export type CardActions = {
  deleteCard: Action<"id" | "moveTo">;
  setDefaultCard: Action<"id">;
  renameCard: Action<"id" | "nickname">;
};

type Props = {
  cards: Card[];
  /** What each card pays for, by the card's id. */
  uses?: Map<string, CardUse[]>;
  actions: CardActions;
  /** False while ProcessOut cannot be reached: then only a nickname can be changed. */
  isLive: boolean;
};

export function CardList({ cards, uses, actions, isLive }: Props) {
  return (
    <ul aria-label="Saved cards" className="grid gap-x-6 gap-y-9 sm:grid-cols-2">
      {cards.map((card) => (
        <li key={card.id}>
          <article aria-label={cardName(card)} className="grid content-start gap-3">
            <CardFace card={card} />
            <CardBadges card={card} />
            {card.statusSentence && <p className="text-sm text-muted">{card.statusSentence}</p>}
            {uses?.has(card.id) && <p className="text-sm">{usesText(uses.get(card.id) ?? [])}.</p>}
            {card.isSavedTwice && (
              <p className="text-sm text-muted">
                This card is saved twice. You can delete either of the two.
              </p>
            )}
            <div className="-mx-2 flex flex-wrap">
              {card.canPay && !card.isDefault && (
                <DefaultButton card={card} action={actions.setDefaultCard} isLive={isLive} />
              )}
              <RenameButton card={card} action={actions.renameCard} />
              <DeleteButton
                card={card}
                paysFor={uses?.get(card.id) ?? []}
                others={cards.filter((other) => other.canPay && other.id !== card.id)}
                action={actions.deleteCard}
                isLive={isLive}
              />
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}

const ICONS: Record<CardStatus, typeof Clock> = {
  verified: BadgeCheck,
  unverified: ShieldQuestion,
  checking: Hourglass,
  declined: CircleAlert,
  unconfirmed: ShieldQuestion,
  blocked: CircleAlert,
};

const EXPIRY: Record<Exclude<Expiry, "valid">, { tone: Tone; label: string }> = {
  "next-month": { tone: "warning", label: "Expires next month" },
  "this-month": { tone: "warning", label: "Expires this month" },
  expired: { tone: "bad", label: "Expired" },
};

function CardBadges({ card }: { card: Card }) {
  const Icon = ICONS[card.status];
  const expiry = card.expiry === "valid" ? null : EXPIRY[card.expiry];
  return (
    <ul className="flex flex-wrap gap-1.5">
      {card.isDefault && (
        <li>
          <Badge tone="info">
            <Star aria-hidden="true" className="size-3" />
            Default
          </Badge>
        </li>
      )}
      <li>
        <Badge tone={cardTone(card.status)}>
          <Icon aria-hidden="true" className="size-3" />
          <span>{card.statusLabel}</span>
        </Badge>
      </li>
      {card.isSavedTwice && (
        <li>
          <Badge tone="warning">Saved twice</Badge>
        </li>
      )}
      {expiry && (
        <li>
          <Badge tone={expiry.tone}>
            <Clock aria-hidden="true" className="size-3" />
            {expiry.label}
          </Badge>
        </li>
      )}
    </ul>
  );
}

export function NoCards() {
  return (
    <EmptyState
      art={<CardOutline />}
      title="No cards yet"
      action={<ButtonLink href="/cards/new">Add a card</ButtonLink>}
    >
      <p>
        Save a card to pay faster next time. Your bank checks it once, and the number goes straight to our
        payment partner: we never see it.
      </p>
    </EmptyState>
  );
}

const CardOutline = () => (
  <svg
    viewBox="0 0 160 110"
    aria-hidden="true"
    className="h-28 w-40 fill-none stroke-control"
    strokeWidth="2"
  >
    <rect x="34" y="20" width="92" height="58" rx="8" strokeDasharray="5 5" />
    <path d="M34 38h92" strokeDasharray="5 5" />
  </svg>
);

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** The cause is not named to shoppers; the developer's banner names it. */
export function StaleNotice({ asOf }: { asOf: Date | null }) {
  return (
    <Alert tone="warning" title="We cannot reach our payment partner just now">
      {asOf
        ? `These are your cards as they were on ${TIME.format(asOf)} UTC. Paying, adding and deleting wait until we are back in touch.`
        : "Your cards are safe; we cannot show them yet. Please try again in a few minutes."}
    </Alert>
  );
}

export function CardListSkeleton() {
  return (
    <SkeletonGroup label="Fetching your cards…" className="grid gap-x-6 gap-y-9 sm:grid-cols-2">
      {["first", "second"].map((place) => (
        <div key={place} className="grid gap-3">
          <Skeleton className="aspect-[1.586] rounded-panel" />
          <Skeleton className="h-6 w-40" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
