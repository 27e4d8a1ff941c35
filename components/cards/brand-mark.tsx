import { brandName, plainBrand } from "@/lib/cards/card";
import { MARKS } from "./brand-marks";

type Props = { brand: string | null; className?: string };

/** The network's mark on a white plate, so that it reads on any ground. Drawn here, by hand: nothing is downloaded. */
export function BrandMark({ brand, className }: Props) {
  const Mark = MARKS[plainBrand(brand)];
  return (
    <svg viewBox="0 0 48 30" role="img" aria-label={brandName(brand)} className={className}>
      <rect x=".5" y=".5" width="47" height="29" rx="4.5" fill="#fff" stroke="#10242e" strokeOpacity=".18" />
      {Mark ? <Mark /> : <UnknownMark name={brandName(brand)} />}
    </svg>
  );
}

const UnknownMark = ({ name }: { name: string }) => (
  <text x="24" y="18.5" textAnchor="middle" fontSize="8" fontWeight="700" fill="#4a5d67">
    {name.slice(0, 9)}
  </text>
);
