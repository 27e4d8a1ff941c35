import clsx from "clsx";

type Props = {
  slot: "cc-number" | "cc-exp" | "cc-cvc";
  label: string;
  hint?: string;
  error?: string;
  className?: string;
};

/**
 * The place of one hosted field. What is typed lives in a frame of ProcessOut's, whose own input carries the label
 * for a screen reader; the one drawn here is for the eye.
 */
export function HostedField({ slot, label, hint, error, className }: Props) {
  return (
    <div className={clsx("grid content-start gap-1.5", className)}>
      <span aria-hidden="true" className="text-sm font-medium">
        {label}
      </span>
      <div data-processout-input={slot} className={clsx("control py-0", error && "is-invalid")} />
      <p role="alert" className="text-sm font-medium text-signal empty:hidden">
        {error}
      </p>
      {hint && <p className="text-sm text-muted">{hint}</p>}
    </div>
  );
}
