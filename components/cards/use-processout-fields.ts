"use client";

import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/lib/platform/error-sentences";
import {
  BrowserError,
  type CardFieldName,
  type CardFields,
  loadProcessOut,
  mountFields,
  type ProcessOutClient,
} from "@/lib/processout-js";
import { fieldStyle } from "./field-style";

export type ScriptSettings = { scriptUrl: string; projectId: string };
/** A sentence for each field that is wrong. */
export type FieldErrors = Partial<Record<CardFieldName, string>>;
/** What the fields and the bank's check need, once it is there. */
export type Mounted = { client: ProcessOutClient; fields: CardFields };
type Phase = { at: "loading" } | { at: "ready" } | { at: "failed"; message: string };

/**
 * ProcessOut's hosted fields inside the form that `form` points to: loads the script, mounts the fields, takes them
 * out again. An unmount in the middle, as StrictMode makes one, leaves nothing behind. A field that was typed into
 * is checked when it is left, so a mistake shows where it was made.
 */
export function useProcessOutFields({ scriptUrl, projectId }: ScriptSettings) {
  const form = useRef<HTMLFormElement>(null);
  const mounted = useRef<Mounted>(null);
  const [phase, setPhase] = useState<Phase>({ at: "loading" });
  const [errors, setErrors] = useState<FieldErrors>({});

  useEffect(() => {
    if (!form.current) return;
    const element = form.current;
    const typedInto = new Set<CardFieldName>();
    let isAlive = true;
    let fields: CardFields | undefined;

    async function mount() {
      const client = await loadProcessOut(scriptUrl, projectId);
      if (!isAlive) return;
      fields = mountFields(client, element, {
        requireCVC: true,
        enableCardSchemeSelection: true,
        style: fieldStyle(element),
        onInput: (field) => typedInto.add(field),
        onBlur: (field) => typedInto.has(field) && check(field),
      });
      mounted.current = { client, fields };
      await fields.ready;
      if (isAlive) setPhase({ at: "ready" });
    }
    async function check(field: CardFieldName) {
      const wrong = await fields?.validate(field).then(() => ({}), fieldErrors);
      if (isAlive) setErrors((known) => ({ ...known, [field]: undefined, ...wrong }));
    }

    mount().catch((error) => {
      if (isAlive) setPhase({ at: "failed", message: sentenceOf(codeOf(error)) });
    });
    return () => {
      isAlive = false;
      fields?.destroy();
      mounted.current = null;
    };
  }, [scriptUrl, projectId]);

  return { form, mounted, phase, errors, setErrors };
}

/** The sentences of a failure that is the shopper's to correct; none for any other. */
export function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof BrowserError)) return {};
  const sentences = Object.entries(error.fields).map(([field, code]) => [field, sentenceOf(code)]);
  return Object.fromEntries(sentences);
}

export const codeOf = (error: unknown) => (error instanceof BrowserError ? error.code : "unknown");
