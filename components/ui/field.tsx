import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Wording = { label: ReactNode; hint?: ReactNode; error?: string; isOptional?: boolean };
type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/**
 * A label, a control, what to know about it and what is wrong with it, wired together once for everyone who
 * cannot see the page. The control receives its wiring, so any element or widget can be one.
 */
export function Field(props: Wording & { className?: string; children: (wiring: Wiring) => ReactNode }) {
  const { label, hint, error, isOptional, className, children } = props;
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 text-sm font-medium">
        <span>{label}</span>
        {isOptional && <span className="font-normal text-muted">optional</span>}
      </label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  isOptional,
  className,
  ...rest
}: Wording & ComponentProps<"input">) {
  return (
    <Field {...{ label, hint, error, isOptional, className }}>
      {(wiring) => <input className="control" type="text" {...rest} {...wiring} />}
    </Field>
  );
}

/** Keyed by its default: another one, such as the currency after a change, takes the place of what was chosen. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  className,
  ...rest
}: Wording & ComponentProps<"select">) {
  return (
    <Field {...{ label, hint, error, isOptional, className }}>
      {(wiring) => <select key={String(rest.defaultValue)} className="control" {...rest} {...wiring} />}
    </Field>
  );
}
