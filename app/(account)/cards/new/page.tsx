import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { testCardsFrame } from "@/app/(demo)/test-cards"; // eject: demo
import { AddCardForm } from "@/components/cards/add-card-form";
import { BackFromBank } from "@/components/cards/back-from-bank";
import { OpenAttemptNotice } from "@/components/cards/open-attempt-notice";
import { WalletWatch } from "@/components/cards/wallet-watch";
import { requireUser } from "@/lib/auth/session";
import { getOpenAttempt, hasCards } from "@/lib/cards/manage-cards";
import { getPendingVersion } from "@/lib/cards/pending-cards";
import { env } from "@/lib/platform/env";
import { discardAttempt } from "../actions";
import { cancelCard, finishCard, resumeCard, saveCardUnverified, startCard } from "./actions";

export const metadata: Metadata = { title: "Add a card" };

const actions = { startCard, resumeCard, finishCard, cancelCard, saveCardUnverified };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCardPage({ searchParams }: Props) {
  const viewer = await requireUser();
  const attempt = await getOpenAttempt(viewer, "web");
  const { "back-from-bank": back } = await searchParams;
  const isBackFromBank = back !== undefined;
  // The attempt was ended meanwhile, by a webhook or a job: its card is in the list.
  if (back && !attempt) redirect(`/cards?${new URLSearchParams({ added: String(back) })}` as Route);
  const { PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  const script = { scriptUrl, projectId };
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Add a card</h1>
        <p className="max-w-[56ch] text-muted">
          Your bank checks the card once. After that you can pay without typing it again.
        </p>
      </header>
      {attempt && isBackFromBank && <BackFromBank attempt={attempt} script={script} actions={actions} />}
      {attempt && !isBackFromBank && (
        <>
          <OpenAttemptNotice attempt={attempt} action={discardAttempt} />
          <WalletWatch
            viewer={viewer.userId}
            pending={await getPendingVersion(viewer)}
            address="/cards/pending"
          />
        </>
      )}
      {!attempt && (
        <AddCardForm
          script={script}
          actions={actions}
          hasCards={await hasCards(viewer)}
          testCards={testCardsFrame()} // eject: demo
        />
      )}
    </div>
  );
}
