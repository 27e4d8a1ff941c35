"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { Spinner } from "./spinner";

type Props = ComponentProps<typeof Button> & { pendingLabel: string };

/**
 * The button of a form. While the form is on its way it says so, to the eye and to a screen reader, and a
 * second press does nothing; it is not disabled, because a disabled button drops the focus it has.
 * Of two buttons with an action each, the one that was pressed says so.
 */
export function SubmitButton({ pendingLabel, children, onClick, ...rest }: Props) {
  const { pending, action } = useFormStatus();
  const isPressed = pending && (rest.formAction === undefined || rest.formAction === action);
  return (
    <>
      <Button
        type="submit"
        aria-disabled={pending || undefined}
        onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
        {...rest}
      >
        {isPressed && <Spinner />}
        <span>{isPressed ? pendingLabel : children}</span>
      </Button>
      <span role="status" className="sr-only">
        {isPressed ? pendingLabel : ""}
      </span>
    </>
  );
}
