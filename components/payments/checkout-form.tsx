"use client";

import { Lock } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { Failure } from "@/components/auth/failure";
import { type ScriptSettings, useProcessOutFields } from "@/components/cards/card-fields";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Card } from "@/lib/cards/card";
import type { CheckoutActions } from "@/lib/payments/checkout";
import { CONSENTS, type ConsentVersion } from "@/lib/payments/consent";
import type { KnownContact } from "@/lib/payments/contact-schema";
import { payLabel } from "@/lib/payments/pay-label";
import type { Money } from "@/lib/platform/money";

import { ContactFields, readContact } from "./contact-fields";
import { usePayment } from "./pay";
import { CardChoices, ExpiredCard, NEW_CARD, NewCardFields } from "./payment-fields";

type Props = {
  script: ScriptSettings;
  actions: CheckoutActions;
  fingerprint: string;
  total: Money;
  contact: KnownContact;
  countries: { code: string; name: string }[];
  cards: Card[];
  /** The default card, if it has expired and no card can pay. */
  expired: Card | null;
  /** Signed in, and the order is in the currency of the shopper's saved cards. */
  canUseSaved: boolean;
  summary: ReactNode;
  /** Set if later payments follow: the wording to agree to, and the card is always saved. */
  agreement?: ConsentVersion;
  testCards?: ReactNode; // eject: demo
};

export function CheckoutForm({ script, actions, fingerprint, total, cards, canUseSaved, ...page }: Props) {
  const { form, mounted, phase, errors, setErrors } = useProcessOutFields(script);
  const { state, contact, start, stop } = usePayment(form, mounted, actions, setErrors);
  const [chosen, setChosen] = useState(canUseSaved ? (cards[0]?.id ?? NEW_CARD) : NEW_CARD);
  const [isSaving, setIsSaving] = useState(false);
  const card = cards.find(({ id }) => id === chosen);
  const isBusy = state.at !== "choosing";
  const isReady = phase.at === "ready";
  const isHydrated = useHydrated();
  useFocusInvalid(form, contact);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy || !isReady) return;
    const save = page.agreement !== undefined || (isSaving && canUseSaved);
    const choice =
      chosen === NEW_CARD ? { kind: "new" as const, save } : { kind: "saved" as const, id: chosen };
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
            Delivery
          </h2>
          <ContactFields contact={page.contact} errors={contact.errors} countries={page.countries} />
        </Panel>
        <Panel aria-labelledby="payment" inert={isBusy}>
          <h2 id="payment" className="mb-5 text-xl">
            Payment
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
            {page.expired && <ExpiredCard card={page.expired} />}
            <NewCardFields
              errors={errors}
              isHidden={chosen !== NEW_CARD}
              testCards={page.testCards} // eject: demo
              save={canUseSaved && !page.agreement ? { isChecked: isSaving, onChange: setIsSaving } : null}
            />
            <noscript>
              <Alert tone="warning" title="Paying needs JavaScript">
                Card details are typed into fields of our payment partner. Only a script can load them.
              </Alert>
            </noscript>
          </fieldset>
        </Panel>
      </div>
      <Panel aria-label="Summary" className="grid gap-5 lg:sticky lg:top-24">
        {page.summary}
        <div className="grid gap-3">
          {state.at === "choosing" && state.failure && (
            <Failure
              tone={state.isUnknown ? "warning" : "bad"}
              title={state.isUnknown ? "Payment status unknown" : "Not paid"}
              failure={state.failure}
            />
          )}
          {state.at === "choosing" && state.wrong && (
            <Alert
              tone="bad"
              title={
                state.wrong === 1
                  ? "1 thing is missing or wrong"
                  : `${state.wrong} things are missing or wrong`
              }
            >
              They are marked in the form. Nothing was charged.
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
          <ScriptButton type="submit" aria-disabled={isBusy || !isReady || undefined} className="w-full py-2">
            {(isBusy || phase.at === "loading") && <Spinner />}
            <span>{labelOf(state.at, phase.at === "loading", payLabel(total, card))}</span>
          </ScriptButton>
          {state.at === "bank" && (
            <Button variant="quiet" onClick={stop}>
              Stop
            </Button>
          )}
          <p role="status" className="text-sm text-muted empty:hidden">
            {state.at === "bank" &&
              "Your bank may ask you to confirm the payment. Keep this page open until it is confirmed."}
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

function labelOf(at: string, isLoading: boolean, pay: string): string {
  if (isLoading) return "Loading…";
  if (at === "sending") return "Preparing your order…";
  if (at === "bank") return "Your bank is checking…";
  return at === "done" ? "Paid" : pay;
}
