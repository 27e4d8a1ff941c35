"use client";

import { Lock } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ScriptButton } from "@/components/ui/script-button";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import { AlreadySaved } from "./already-saved";
import { CheckChoice } from "./check-choice";
import { HostedField } from "./hosted-field";
import type { SaveCardActions } from "./save-card-actions";
import { type ScriptSettings, useProcessOutFields } from "./use-processout-fields";
import { type Moment, useSaveCard } from "./use-save-card";

type Props = { script: ScriptSettings; actions: SaveCardActions; hasCards: boolean };

const LABELS: Record<Moment["at"], string> = {
  typing: "Save card",
  sending: "Sending it safely…",
  bank: "Your bank is checking…",
  "already-saved": "Save card",
  done: "Saved",
};

export function AddCardForm({ script, actions, hasCards }: Props) {
  const { form, mounted, phase, errors, setErrors } = useProcessOutFields(script);
  const { moment, save, stop, again } = useSaveCard(mounted, actions, setErrors);
  const [makeDefault, setMakeDefault] = useState(false);
  const [withBank, setWithBank] = useState(true);
  const isHydrated = useHydrated();
  const isBusy = moment.at === "sending" || moment.at === "bank" || moment.at === "done";
  const savedId = moment.at === "done" ? moment.card.id : null;

  // In place of this page, so that the back button does not return to a form that is done with.
  useEffect(() => {
    if (savedId) location.replace(`/cards?added=${savedId}`);
  }, [savedId]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isBusy && phase.at === "ready") save({ makeDefault: makeDefault || !hasCards, withBank });
  }

  return (
    <Panel aria-label="New card">
      {moment.at === "already-saved" && <AlreadySaved card={moment.card} onAgain={again} />}
      <form
        ref={form}
        onSubmit={submit}
        noValidate
        aria-busy={isBusy}
        hidden={moment.at === "already-saved"}
        className="grid gap-6 [&[hidden]]:hidden"
      >
        {moment.at === "typing" && moment.problem && (
          <Alert tone="bad" title="Your card was not saved">
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
        <noscript>
          <Alert tone="warning" title="This form needs JavaScript">
            The card's number goes straight to our payment partner, from fields of theirs. Only a script can
            put them here.
          </Alert>
        </noscript>

        <div inert={isBusy} className="grid gap-5 sm:grid-cols-2">
          <HostedField slot="cc-number" label="Card number" error={errors.number} className="sm:col-span-2" />
          <HostedField slot="cc-exp" label="Expiry date" error={errors.expiry} />
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
              Use this card first from now on
            </label>
          )}
          <CheckChoice withBank={withBank} onChange={setWithBank} />
        </fieldset>

        <div className="flex flex-wrap items-center gap-3">
          <ScriptButton
            type="submit"
            aria-disabled={isBusy || phase.at !== "ready" || undefined}
            className="min-w-56"
          >
            {(isBusy || phase.at === "loading") && <Spinner />}
            {phase.at === "loading" ? "Opening the card fields…" : LABELS[moment.at]}
          </ScriptButton>
          {moment.at === "bank" ? (
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
          {moment.at === "bank" &&
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
