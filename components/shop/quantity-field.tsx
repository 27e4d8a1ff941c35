import { useId } from "react";

type Props = { defaultValue?: number; max: number; error?: string; label?: string; isLabelHidden?: boolean };

/** The server checks the value again. */
export function QuantityField({ defaultValue = 1, max, error, label = "Quantity", isLabelHidden }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      <input
        id={id}
        key={defaultValue}
        name="quantity"
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        step={1}
        required
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        className="control px-3 tabular-nums"
      />
    </div>
  );
}
