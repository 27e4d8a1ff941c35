import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { OutboxMail } from "@/components/demo/outbox-mail";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listOutbox } from "@/lib/demo/outbox";
import { requireDemo } from "../require-demo";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function OutboxPage({ searchParams }: Props) {
  requireDemo();
  const { to } = await searchParams;
  const mails = await listOutbox(typeof to === "string" ? to : undefined);
  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6">
      <h1 className="text-title">Outbox</h1>
      <p className="mt-3 mb-8 max-w-[56ch] text-muted">
        The demo sends no e-mail. Every e-mail is kept here instead, newest first, and its links work.
      </p>
      {mails.length === 0 ? (
        <EmptyState
          art={<Mail aria-hidden="true" className="size-10 text-accent" strokeWidth={1.5} />}
          title="Nothing sent yet"
          action={
            <ButtonLink href="/sign-in" variant="secondary">
              Go to sign-in
            </ButtonLink>
          }
        >
          Ask for a sign-in link, and it appears here.
        </EmptyState>
      ) : (
        <ol className="grid gap-4">
          {mails.map((mail, index) => (
            <OutboxMail key={mail.id} mail={mail} isOpen={index === 0} />
          ))}
        </ol>
      )}
    </div>
  );
}
