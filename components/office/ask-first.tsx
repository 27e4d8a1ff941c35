"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";

const CONFIRM = "confirmed";

/**
 * Asks before a form is sent. `onSubmit` belongs to the form, which has the dialog inside of it: the first press opens the
 * dialog, whose button sends the form. `question` returns null for a form that the server will not accept anyway, which
 * is sent at once, so that the server says what is wrong.
 */
export function useAskFirst(question: (form: FormData) => string | null) {
  const [asked, setAsked] = useState<string | null>(null);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    if (submitter?.dataset.role === CONFIRM) return setAsked(null);
    const next = question(new FormData(event.currentTarget));
    if (next === null) return;
    event.preventDefault();
    setAsked(next);
  }

  return { asked, onSubmit, close: () => setAsked(null) };
}

type Props = {
  asked: string | null;
  close: () => void;
  /** The button that does it, and the one that does not. */
  confirmLabel: string;
  cancelLabel: string;
  pendingLabel: string;
  children: ReactNode;
};

/** The dialog of `useAskFirst`, inside of its form. */
export const AskFirst = ({ asked, close, confirmLabel, cancelLabel, pendingLabel, children }: Props) => (
  <Dialog isOpen={asked !== null} onClose={close} title={asked}>
    <div className="text-muted">{children}</div>
    <div className="flex flex-wrap justify-end gap-3">
      <Button variant="secondary" onClick={close}>
        {cancelLabel}
      </Button>
      <SubmitButton data-role={CONFIRM} variant="danger" pendingLabel={pendingLabel}>
        {confirmLabel}
      </SubmitButton>
    </div>
  </Dialog>
);
