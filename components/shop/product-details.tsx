import clsx from "clsx";

const NAMES = ["", "Light", "Medium light", "Medium", "Medium dark", "Dark"];

/** Tasting notes and the roast on a scale of five. */
export function RoastMeter({ roast, notes }: { roast: number; notes: readonly string[] }) {
  return (
    <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-4 text-sm">
      <div>
        <dt className="text-muted">Tastes of</dt>
        <dd className="mt-1 text-base font-medium">{notes.join(", ")}</dd>
      </div>
      <div>
        <dt className="text-muted">Roast</dt>
        <dd className="mt-1 flex items-center gap-2.5 text-base font-medium">
          {NAMES[roast]}
          <span aria-hidden="true" className="flex gap-1">
            {[1, 2, 3, 4, 5].map((step) => (
              <span
                key={step}
                className={clsx("h-2.5 w-4 rounded-full", step <= roast ? "bg-accent" : "bg-line")}
              />
            ))}
          </span>
        </dd>
      </div>
    </dl>
  );
}

export function ProductFacts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="mt-8 divide-y divide-line border-y border-line text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="grid grid-cols-[8rem_1fr] gap-4 py-3">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
