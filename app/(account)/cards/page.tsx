import type { Metadata } from "next";
import { Suspense } from "react";
import { CardListSkeleton } from "@/components/cards/card-list-skeleton";
import { ButtonLink } from "@/components/ui/button";
import { requireUser } from "@/lib/auth/session";
import { hasCards } from "@/lib/cards/list";
import { Wallet } from "./wallet";

export const metadata: Metadata = { title: "Saved cards" };

type Props = { searchParams: Promise<{ page?: string | string[]; added?: string | string[] }> };

export default async function CardsPage({ searchParams }: Props) {
  const viewer = await requireUser();
  const { page, added } = await searchParams;
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-title">Saved cards</h1>
          <p className="max-w-[46ch] text-muted">For the next bag, without the typing.</p>
        </div>
        {(await hasCards(viewer)) && <ButtonLink href="/cards/new">Add a card</ButtonLink>}
      </header>
      <Suspense fallback={<CardListSkeleton />}>
        <Wallet
          viewer={viewer}
          page={Number(page) || 1}
          added={typeof added === "string" ? added : undefined}
        />
      </Suspense>
    </div>
  );
}
