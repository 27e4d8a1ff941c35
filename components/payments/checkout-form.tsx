"use client";

import { Lock } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { type ScriptSettings, useProcessOutFields } from "@/components/cards/card-fields";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Card } from "@/lib/cards/card";
import { CHECKOUT_CONSENT, CONSENTS, type ConsentVersion } from "@/lib/payments/consent";
import type { ContactInput } from "@/lib/payments/contact-schema";
import { formatMoney, type Money } from "@/lib/platform/money";
import { CardChoices, NEW_CARD } from "./card-choices";
import type { CheckoutActions } from "./checkout-actions";
import { ContactFields, readContact } from "./contact-fields";
import { NewCardFields } from "./new-card-fields";
import { usePayment } from "./use-payment";

type Props = {
  script: ScriptSettings;
  actions: CheckoutActions;
  fingerprint: string;
  total: Money;
  contact: ContactInput;
  countries: { code: string; name: string }[];
  cards: Card[];
  /** Signed in, and in the currency the shopper's cards are bound to. */
  canUseSaved: boolean;
  summary: ReactNode;
  /** What paying agrees to when later payments follow: the card is always kept. */
  agreement?: ConsentVersion;
};

export function CheckoutForm({ script, actions, fingerprint, total, cards, canUseSaved, ...page }: Props) {
  const { form, mounted, phase, errors, setErrors } = useProcessOutFields(script);
  const { moment, contact, start, stop } = usePayment(mounted, actions, setErrors);
  const [chosen, setChosen] = useState(canUseSaved ? (cards[0]?.id ?? NEW_CARD) : NEW_CARD);
  const [isSaving, setIsSaving] = useState(false);
  const isBusy = moment.at !== "choosing";
  const isReady = phase.at === "ready";
  const isHydrated = useHydrated();
  useFocusInvalid(form, contact);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy || !isReady) return;
    const consent = page.agreement ?? (isSaving && canUseSaved ? CHECKOUT_CONSENT : null);
    const choice =
      chosen === NEW_CARD ? { kind: "new" as const, consent } : { kind: "saved" as const, id: chosen };
    start({ fingerprint, contact: readContact(event.currentTarget), choice });
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-busy={isBusy}
      className="grid items-start gap-6 lg:grid-cols-[1fr_22rem] lg:gap-8"
    >
      <div className="grid gap-6">
        <Panel aria-labelledby="delivery" inert={isBusy}>
          <h2 id="delivery" className="mb-5 text-xl">
            Where it goes
          </h2>
          <ContactFields contact={page.contact} errors={contact.errors} countries={page.countries} />
        </Panel>
        <Panel aria-labelledby="payment" inert={isBusy}>
          <h2 id="payment" className="mb-5 text-xl">
            How you pay
          </h2>
          <fieldset disabled={!isHydrated} className="grid min-w-0 gap-4">
            {cards.length > 0 && (
              <CardChoices
                cards={cards}
                chosen={chosen}
                onChoose={setChosen}
                areSavedDisabled={!canUseSaved}
              />
            )}
            <NewCardFields
              errors={errors}
              isHidden={chosen !== NEW_CARD}
              save={canUseSaved && !page.agreement ? { isChecked: isSaving, onChange: setIsSaving } : null}
            />
            <noscript>
              <Alert tone="warning" title="Paying needs JavaScript">
                The card's number goes straight to our payment partner, from fields of theirs. Only a script
                can put them here.
              </Alert>
            </noscript>
          </fieldset>
        </Panel>
      </div>
      <Panel aria-label="Summary" className="grid gap-5 lg:sticky lg:top-24">
        {page.summary}
        <div className="grid gap-3">
          {moment.at === "choosing" && moment.problem && (
            <Alert
              tone={moment.isUnknown ? "warning" : "bad"}
              title={moment.isUnknown ? "We do not know yet" : "Not paid"}
            >
              {moment.problem}
            </Alert>
          )}
          {phase.at === "failed" && (
            <Alert tone="bad" title={phase.message}>
              <Button variant="secondary" size="sm" className="mt-2" onClick={() => location.reload()}>
                Reload the page
              </Button>
            </Alert>
          )}
          {page.agreement && <p className="text-sm text-muted">{CONSENTS[page.agreement]}</p>}
          <ScriptButton type="submit" aria-disabled={isBusy || !isReady || undefined} className="w-full">
            {(isBusy || phase.at === "loading") && <Spinner />}
            {labelOf(moment.at, phase.at === "loading", formatMoney(total))}
          </ScriptButton>
          {moment.at === "bank" && (
            <Button variant="quiet" onClick={stop}>
              Stop
            </Button>
          )}
          <p role="status" className="text-sm text-muted empty:hidden">
            {moment.at === "bank" &&
              "Your bank may ask you to confirm that it is you. Keep this page open until it is done."}
          </p>
          <p className="flex items-start gap-2 text-sm text-muted">
            <Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            Card numbers go to our payment partner, ProcessOut, and never to us.
          </p>
        </div>
      </Panel>
    </form>
  );
}

function labelOf(at: string, isLoading: boolean, price: string): string {
  if (isLoading) return "Getting ready…";
  if (at === "sending") return "Preparing your order…";
  if (at === "bank") return "Your bank is checking…";
  return at === "done" ? "Paid" : `Pay ${price}`;
}
