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
