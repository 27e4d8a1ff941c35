import type { Metadata } from "next";
import { Suspense } from "react";
import { CardList, CardListSkeleton, NoCards, StaleNotice } from "@/components/cards/card-list";
import { NoticeArea } from "@/components/cards/notice";
import { OpenAttemptNotice } from "@/components/cards/open-attempt-notice";
import { WalletWatch } from "@/components/cards/wallet-watch";
import { ButtonLink } from "@/components/ui/button";
import { PageLinks } from "@/components/ui/page-links";
import { requireUser } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { type Card, cardName } from "@/lib/cards/card";
import { hasCards, listCards } from "@/lib/cards/manage-cards";
import { pageNumber } from "@/lib/platform/page-number";
import { listCardUses } from "@/lib/subscriptions/card-use"; // eject: subscriptions
import { deleteCard, discardAttempt, renameCard, setDefaultCard } from "./actions";

export const metadata: Metadata = { title: "Saved cards" };

const actions = { deleteCard, setDefaultCard, renameCard };

type Props = { searchParams: Promise<Partial<Record<"page" | "added" | "whole", string | string[]>>> };

export default async function CardsPage({ searchParams }: Props) {
  const viewer = await requireUser();
  const { page, added, whole } = await searchParams;
  const wallet = (
    <Wallet
      viewer={viewer}
      page={pageNumber.parse(page)}
      added={typeof added === "string" ? added : undefined}
    />
  );
  const content =
    whole === undefined ? (
      <Suspense fallback={<WalletLoading page={pageNumber.parse(page)} />}>{wallet}</Suspense>
    ) : (
      wallet
    );
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-title">Saved cards</h1>
          <p className="max-w-[46ch] text-muted">The cards you can pay with without typing them again.</p>
        </div>
        {(await hasCards(viewer)) && <ButtonLink href="/cards/new">Add a card</ButtonLink>}
      </header>
      {content}
    </div>
  );
}

/** Without a script the skeleton would stay: the browser then asks for the page as a whole. */
const WalletLoading = ({ page }: { page: number }) => (
  <>
    <noscript>
      <meta httpEquiv="refresh" content={`0; url=/cards?whole&page=${page}`} />
    </noscript>
    <CardListSkeleton />
  </>
);

type WalletProps = { viewer: Viewer; page: number; added?: string };

/** The part of the page that waits for ProcessOut. */
async function Wallet({ viewer, page, added }: WalletProps) {
  const wallet = await listCards(viewer, { page });
  const uses = await listCardUses(viewer); // eject: subscriptions
  const card = wallet.cards.find(({ id }) => id === added);
  const notice = card && card.status !== "declined" && noticeOf(card);
  return (
    <NoticeArea
      first={notice || undefined}
      tone={card?.status === "unconfirmed" ? "warning" : "good"}
      key={viewer.userId}
    >
      <div className="grid gap-8">
        {wallet.stale && <StaleNotice asOf={wallet.stale.asOf} />}
        {wallet.attempt && <OpenAttemptNotice attempt={wallet.attempt} action={discardAttempt} />}
        {wallet.total > 0 && (
          <CardList
            cards={wallet.cards}
            uses={uses} // eject: subscriptions
            actions={actions}
            isLive={!wallet.stale}
          />
        )}
        {wallet.total === 0 && !wallet.stale && <NoCards />}
        <PageLinks page={wallet.page} pages={wallet.pages} path="/cards" label="Pages of cards" />
      </div>
      <WalletWatch viewer={viewer.userId} pending={wallet.pending} address="/cards/pending" />
    </NoticeArea>
  );
}

/** What became of a card that was just added. */
function noticeOf(card: Card): string {
  if (card.status === "checking") return `${cardName(card)} is being checked by your bank.`;
  if (card.status === "unconfirmed")
    return `${cardName(card)} is here, but your bank has not confirmed it yet.`;
  return `${cardName(card)} is saved.`;
}
