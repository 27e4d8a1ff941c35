import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmCard } from "@/components/cards/confirm-card";
import { safePath } from "@/lib/auth/return-path";
import { requireUser } from "@/lib/auth/session";
import { syncConfirmation } from "@/lib/cards/confirm-card";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { finishConfirmation, startConfirmation } from "./actions";

export const metadata: Metadata = { title: "Confirm a card" };

const actions = { startConfirmation, finishConfirmation };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ next?: string | string[] }> };

export default async function ConfirmCardPage({ params, searchParams }: Props) {
  const viewer = await requireUser();
  const { id } = await params;
  const { next } = await searchParams;
  const card = await syncConfirmation(viewer, { id }).catch(asMissing);
  if (!card) notFound();
  const { NEXTAUTH_URL, PROCESSOUT_JS_URL: scriptUrl, PROCESSOUT_PROJECT_ID: projectId } = env();
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Confirm a card</h1>
        <p className="max-w-[56ch] text-muted">
          A card that is charged while you are away has to be confirmed by your bank once. Nothing is charged
          for it.
        </p>
      </header>
      <ConfirmCard
        card={card}
        next={safePath([next].flat()[0], NEXTAUTH_URL, "/cards")}
        script={{ scriptUrl, projectId }}
        actions={actions}
      />
    </div>
  );
}

function asMissing(error: unknown) {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}
