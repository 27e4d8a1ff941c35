"use client";

import { Lock } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Failure } from "@/components/auth/failure";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type Card, cardName } from "@/lib/cards/card";
import { CARD_CONSENT } from "@/lib/cards/consent";
import { CardFace } from "./card-face";
import { HostedField, type ScriptSettings, useProcessOutFields } from "./card-fields";
import { type CardFormState, type SaveCardActions, useSaveCard } from "./save-card";

type Props = {
  script: ScriptSettings;
  actions: SaveCardActions;
  hasCards: boolean;
  testCards?: ReactNode; // eject: demo
};

const BUTTON: Record<CardFormState["at"], string> = {
  typing: "Save card",
  sending: "Sending it safely…",
  verifying: "Your bank is checking…",
  "already-saved": "Save card",
  done: "Saved",
};

export function AddCardForm({
  script,
  actions,
  hasCards,
  testCards, // eject: demo
}: Props) {
  const { form, mounted, phase, errors, setErrors } = useProcessOutFields(script);
  const { state, save, stop, startOver } = useSaveCard(form, mounted, actions, setErrors);
  const [makeDefault, setMakeDefault] = useState(false);
  const [verify, setVerify] = useState(true);
  const isHydrated = useHydrated();
  const isBusy = state.at === "sending" || state.at === "verifying" || state.at === "done";
  const savedId = state.at === "done" ? state.card.id : null;

  // Replaces this page, so that the back button does not return to a form that is done.
  useEffect(() => {
    if (savedId) location.replace(`/cards?added=${savedId}`);
  }, [savedId]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isBusy && phase.at === "ready") save({ makeDefault: makeDefault || !hasCards, verify });
  }

  return (
    <Panel aria-label="New card">
      {state.at === "already-saved" && <AlreadySaved card={state.card} onStartOver={startOver} />}
      <form
        ref={form}
        onSubmit={submit}
        noValidate
        aria-busy={isBusy}
        hidden={state.at === "already-saved"}
        className="grid gap-6 [&[hidden]]:hidden"
      >
        {state.at === "typing" && state.failure && (
          <Failure title="Your card was not saved" failure={state.failure} />
        )}
        {phase.at === "failed" && (
          <Alert tone="bad" title={phase.message}>
            <Button variant="secondary" size="sm" className="mt-2" onClick={() => location.reload()}>
              Reload the page
            </Button>
          </Alert>
        )}
        <noscript>
          <Alert tone="warning" title="This form needs JavaScript">
            The card number goes straight to our payment partner, from input fields of theirs. They are loaded
            by a script.
          </Alert>
        </noscript>

        <div inert={isBusy} className="grid gap-5 sm:grid-cols-2">
          {testCards && <div className="sm:col-span-2">{testCards}</div>} {/* eject: demo */}
          <HostedField slot="cc-number" label="Card number" error={errors.number} className="sm:col-span-2" />
          <HostedField slot="cc-exp" label="Expiry date" placeholder="MM / YY" error={errors.expiry} />
          <HostedField
            slot="cc-cvc"
            label="CVC"
            hint="Three digits on the back, four on the front of an Amex."
            error={errors.cvc}
          />
        </div>

        <fieldset disabled={isBusy || !isHydrated} className="grid gap-4">
          {hasCards && (
            <label className="flex items-center gap-3">
              <input
                type="checkbox"
                checked={makeDefault}
                onChange={(event) => setMakeDefault(event.target.checked)}
                className="size-5 accent-action"
              />
              Make this my default card
            </label>
          )}
          <VerifyChoice verify={verify} onChange={setVerify} />
        </fieldset>

        <p id="card-consent" className="text-sm text-muted">
          <span>By saving it I agree: </span>
          <span>{CARD_CONSENT.text}</span>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <ScriptButton
            type="submit"
            aria-describedby="card-consent"
            aria-disabled={isBusy || phase.at !== "ready" || undefined}
            className="min-w-56"
          >
            {(isBusy || phase.at === "loading") && <Spinner />}
            <span>{phase.at === "loading" ? "Opening the card fields…" : BUTTON[state.at]}</span>
          </ScriptButton>
          {state.at === "verifying" ? (
            <Button variant="quiet" onClick={stop}>
              Stop
            </Button>
          ) : (
            <ButtonLink href="/cards" variant="quiet">
              Back to my cards
            </ButtonLink>
          )}
        </div>
        <p role="status" className="text-sm text-muted empty:hidden">
          {state.at === "verifying" &&
            "Your bank may ask you to confirm that it is you. Keep this page open until it is done."}
        </p>
        <p className="flex items-start gap-2 text-sm text-muted">
          <Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          The number goes from these fields to our payment partner, ProcessOut. We keep the last four digits.
        </p>
      </form>
    </Panel>
  );
}

/** Shown instead of the form when the same number and expiry are saved already: no second token was created. */
function AlreadySaved({ card, onStartOver }: { card: Card; onStartOver: () => void }) {
  return (
    <div role="alert" className="grid gap-5 sm:grid-cols-[minmax(0,16rem)_1fr] sm:items-center sm:gap-8">
      <CardFace card={card} />
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <h2 className="text-xl">You have this card already</h2>
          <p className="text-muted">{cardName(card)} is among your cards, so it was not added twice.</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/cards">See my cards</ButtonLink>
          {card.canPay && !card.isConfirmed && (
            <ButtonLink href={`/cards/${card.id}/confirm`} variant="secondary">
              Confirm it with your bank
            </ButtonLink>
          )}
          <Button variant="secondary" onClick={onStartOver}>
            Add another card
          </Button>
        </div>
      </div>
    </div>
  );
}

/** With or without verification, and what is lost without it. */
function VerifyChoice({ verify, onChange }: { verify: boolean; onChange: (verify: boolean) => void }) {
  return (
    <details className="group rounded-control border border-line px-4 py-3">
      <summary className="font-medium">
        {verify ? "Your bank checks the card now" : "Saved without asking your bank"}
        <span className="ml-2 font-normal text-muted underline group-open:hidden">change</span>
      </summary>
      <div className="mt-4 grid gap-4">
        <Choice
          isChosen={verify}
          onChoose={() => onChange(true)}
          label="Ask my bank now"
          text="It may want to know that it is you. Nothing is charged, and paying later is rarely interrupted."
        />
        <Choice
          isChosen={!verify}
          onChoose={() => onChange(false)}
          label="Save it without asking"
          text="Quicker now. The card is not checked, so the first payment may be declined or interrupted by your bank, and we cannot charge the card while you are away."
        />
      </div>
    </details>
  );
}

type ChoiceProps = { isChosen: boolean; onChoose: () => void; label: string; text: string };

const Choice = ({ isChosen, onChoose, label, text }: ChoiceProps) => (
  <label className="grid grid-cols-[auto_1fr] gap-x-3">
    <input
      type="radio"
      name="verify"
      checked={isChosen}
      onChange={onChoose}
      className="mt-0.5 size-5 accent-action"
    />
    <span className="font-medium">{label}</span>
    <span className="col-start-2 text-sm text-muted">{text}</span>
  </label>
);
