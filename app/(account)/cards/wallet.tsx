import { CardList } from "@/components/cards/card-list";
import { NoCards } from "@/components/cards/no-cards";
import { NoticeArea } from "@/components/cards/notice";
import { OpenAttemptNotice } from "@/components/cards/open-attempt-notice";
import { StaleNotice } from "@/components/cards/stale-notice";
import { WalletWatch } from "@/components/cards/wallet-watch";
import { PageLinks } from "@/components/ui/page-links";
import type { Viewer } from "@/lib/auth/viewer";
import { cardName } from "@/lib/cards/card";
import { listCards } from "@/lib/cards/list";
import { listCardUses } from "@/lib/subscriptions/card-use";
import { discardAttempt, removeCard, renameCard, setDefaultCard } from "./actions";

const actions = { remove: removeCard, makeDefault: setDefaultCard, rename: renameCard };

type Props = { viewer: Viewer; page: number; added?: string };

/** The slow part of the page: it waits for ProcessOut's list. */
export async function Wallet({ viewer, page, added }: Props) {
  const wallet = await listCards(viewer, { page });
  const uses = await listCardUses(viewer);
  const card = wallet.cards.find(({ id }) => id === added);
  const news =
    card &&
    (card.status === "checking" ? `${cardName(card)} is with your bank.` : `${cardName(card)} is saved.`);
  return (
    <NoticeArea first={news} key={viewer.userId}>
      <div className="grid gap-8">
        {wallet.stale && <StaleNotice asOf={wallet.stale.asOf} />}
        {wallet.attempt && <OpenAttemptNotice attempt={wallet.attempt} action={discardAttempt} />}
        {wallet.total > 0 && (
          <CardList cards={wallet.cards} uses={uses} actions={actions} isLive={!wallet.stale} />
        )}
        {wallet.total === 0 && !wallet.stale && <NoCards />}
        <PageLinks page={wallet.page} pages={wallet.pages} path="/cards" label="Pages of cards" />
      </div>
      <WalletWatch viewer={viewer.userId} pending={wallet.pending} address="/cards/pending" />
    </NoticeArea>
  );
}
