"use client";

import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/lib/platform/error-sentences";
import {
  BrowserError,
  type CardFieldName,
  type CardFields,
  type FieldStyle,
  loadProcessOut,
  mountFields,
  type ProcessOutClient,
} from "@/lib/processout-js";
import { type FieldErrors, fieldErrors, type Typed } from "./card-errors";

export type ScriptSettings = { scriptUrl: string; projectId: string };
/** What tokenizing and 3-D Secure need, once the fields are mounted. */
export type MountedFields = { client: ProcessOutClient; fields: CardFields; typed: Typed };
type Phase = { at: "loading" } | { at: "ready" } | { at: "failed"; message: string };

/**
 * ProcessOut's hosted fields inside the form that `form` refers to: loads the script, mounts the fields and removes
 * them on unmount, also when that happens while they load (StrictMode). A field is validated when it loses focus after
 * input.
 */
export function useProcessOutFields({ scriptUrl, projectId }: ScriptSettings) {
  const form = useRef<HTMLFormElement>(null);
  const mounted = useRef<MountedFields>(null);
  const [phase, setPhase] = useState<Phase>({ at: "loading" });
  const [errors, setErrors] = useState<FieldErrors>({});

  useEffect(() => {
    if (!form.current) return;
    const element = form.current;
    const typed: Typed = { into: new Set(), digits: 0 };
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const restyle = () => fields?.restyle(fieldStyle(element));
    let isMounted = true;
    let fields: CardFields | undefined;

    async function mount() {
      const client = await loadProcessOut(scriptUrl, projectId);
      if (!isMounted) return;
      fields = mountFields(client, element, {
        requireCVC: true,
        enableCardSchemeSelection: true,
        // Who types and presses Tab would skip a field.
        cardNumberAutoNext: false,
        expiryAutoNext: false,
        style: fieldStyle(element),
        onInput: (field) => typed.into.add(field),
        onChange: ({ length }) => {
          typed.digits = length;
        },
        onBlur: (field) => typed.into.has(field) && validate(field),
      });
      mounted.current = { client, fields, typed };
      await fields.ready;
      scheme.addEventListener("change", restyle);
      if (isMounted) setPhase({ at: "ready" });
    }
    async function validate(field: CardFieldName) {
      const invalid = await fields?.validate(field).then(
        () => ({}),
        (error) => fieldErrors(error, typed),
      );
      if (isMounted) setErrors((known) => ({ ...known, [field]: undefined, ...invalid }));
    }

    mount().catch((error) => {
      if (isMounted) setPhase({ at: "failed", message: sentenceOf(codeOf(error)) });
    });
    return () => {
      isMounted = false;
      scheme.removeEventListener("change", restyle);
      fields?.destroy();
      mounted.current = null;
    };
  }, [scriptUrl, projectId]);

  return { form, mounted, phase, errors, setErrors };
}

export const codeOf = (error: unknown) => (error instanceof BrowserError ? error.code : "unknown");

type HostedFieldProps = {
  slot: "cc-number" | "cc-exp" | "cc-cvc";
  label: string;
  hint?: string;
  placeholder?: string;
  error?: string;
  className?: string;
};

/**
 * The container of one hosted field. The input is in a frame of ProcessOut's and has its own accessible label; the
 * label here is for the eye only.
 */
export function HostedField({ slot, label, hint, placeholder, error, className }: HostedFieldProps) {
  return (
    <div className={clsx("grid content-start gap-1.5", className)}>
      <span aria-hidden="true" className="text-sm font-medium">
        {label}
      </span>
      <div
        data-processout-input={slot}
        data-processout-placeholder={placeholder}
        className={clsx("control py-0", error && "is-invalid")}
      />
      <p role="alert" className="text-sm font-medium text-danger empty:hidden">
        {error}
      </p>
      {hint && <p className="text-sm text-muted">{hint}</p>}
    </div>
  );
}

/** The form's own colours for the inputs: they are in frames of another origin, which the page's styles do not reach. */
function fieldStyle(form: HTMLElement): FieldStyle {
  const page = getComputedStyle(form);
  const token = (name: string) => page.getPropertyValue(name).trim();
  return {
    color: token("--ink"),
    backgroundColor: "transparent",
    fontFamily: "ui-sans-serif, system-ui, sans-serif",
    fontSize: "16px",
    height: "44px",
    "::placeholder": { color: token("--muted") },
  };
}
