import { FLAGS } from "@/components/brand/signal-flags";
import { SHOP } from "@/lib/platform/shop-identity";

const WORD = [...SHOP.name.toUpperCase().replace(/[^A-Z]/g, "")].map((letter, place) => ({ letter, place }));
const FILLS = {
  red: "fill-flag-red",
  blue: "fill-flag-blue",
  yellow: "fill-flag-yellow",
  white: "fill-flag-white",
  black: "fill-flag-black",
};

const SPAN = 1440;
const SAG = 74;

/** The rope hangs in a parabola, near enough to a catenary that no sailor would write in. */
const height = (x: number) => SAG * (1 - (2 * (x / SPAN) - 1) ** 2);
const slope = (x: number) => Math.atan(((4 * SAG) / SPAN) * (1 - (2 * x) / SPAN)) * (180 / Math.PI);

/** The shop's name in signal flags, hung across the width. Decoration: the name stands in the header. */
export function FlagLine({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${SPAN} 150`}
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
      className={className}
    >
      <path
        d={`M0 0Q${SPAN / 2} ${2 * SAG} ${SPAN} 0`}
        fill="none"
        strokeWidth="2.5"
        className="stroke-on-inverse-muted"
      />
      {WORD.map(({ letter, place }) => {
        const x = 150 + place * 95;
        const lean = slope(x + 24).toFixed(1);
        return (
          <g key={place} transform={`translate(${x} ${height(x).toFixed(1)}) rotate(${lean}) scale(4)`}>
            {FLAGS[letter]?.map(([colour, path]) => (
              <path key={path} d={path} className={FILLS[colour]} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
