"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = { isOpen: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

/** A modal on the browser's own `<dialog>`: it traps focus, closes on Escape or a press beside it, and gives focus back. */
export function Dialog({ isOpen, onClose, title, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen) dialog?.close();
  }, [isOpen]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      closedby="any"
      className="pop-in m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel bg-surface p-0 text-ink shadow-floating"
    >
      <div className="grid gap-4 p-6 sm:p-7">
        <header className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-xl leading-tight">
            {title}
          </h2>
          <button
            type="button"
            aria-label="Close"
            onClick={() => ref.current?.close()}
            className="-m-2 grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-5" />
          </button>
        </header>
        {isOpen && children}
      </div>
    </dialog>
  );
}
