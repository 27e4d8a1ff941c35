"use client";

import { type ComponentProps, type SubmitEvent, useActionState } from "react";
import { type FormState, idle, RENDERED_FOR } from "@/lib/platform/form-state";
import { describeLostCall } from "./lost-call";
import { usePageViewer } from "./page-viewer";
import { useHydrated } from "./use-hydrated";

type Props = Omit<ComponentProps<"form">, "action" | "onReset"> & {
  action: (form: FormData) => void;
};

/**
 * The form of a server action. React resets a form after its action; this one keeps what was typed and chosen. It says for
 * whom the page was rendered.
 */
export function ActionForm({ children, onSubmit, ...props }: Props) {
  const viewer = usePageViewer();
  return (
    <form
      {...props}
      onSubmit={(event) => {
        dropActionFields(event);
        onSubmit?.(event);
      }}
      onReset={(event) => event.preventDefault()}
    >
      {viewer !== undefined && <input type="hidden" name={RENDERED_FOR} value={viewer} />}
      {children}
    </form>
  );
}

/** The hidden fields of every action are no part of the address that a button with GET opens. */
function dropActionFields({ currentTarget, nativeEvent }: SubmitEvent<HTMLFormElement>) {
  if (nativeEvent.submitter?.getAttribute("formmethod") !== "get") return;
  for (const field of currentTarget.querySelectorAll(`input[name^="$ACTION"], input[name="${RENDERED_FOR}"]`))
    field.remove();
}

type Action<Field extends string> = (previous: FormState<Field>, form: FormData) => Promise<FormState<Field>>;

/**
 * `useActionState` for an `ActionForm`. A call that had no response becomes a sentence of the form, which keeps its values.
 * Until the page is hydrated the action is the server's own, so that the form works without a script.
 */
export function useFormAction<Field extends string>(action: Action<Field>) {
  const isHydrated = useHydrated();
  return useActionState<FormState<Field>, FormData>(isHydrated ? answering(action) : action, idle);
}

const answering =
  <Field extends string>(action: Action<Field>): Action<Field> =>
  async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      // Redirects, "not found" and errors of the server carry a digest: Next shows them.
      if (error instanceof Error && "digest" in error) throw error;
      return { status: "failed", message: describeLostCall(error).message };
    }
  };
