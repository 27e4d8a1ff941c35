"use client";

import { type RefObject, useEffect } from "react";

/** After an answer with wrong fields, puts the cursor into the first of them. */
export function useFocusInvalid(form: RefObject<HTMLFormElement | null>, state: { status: string }) {
  useEffect(() => {
    if (state.status === "invalid")
      form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [form, state]);
}
