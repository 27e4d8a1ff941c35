import { FLAGS } from "@/components/brand/signal-flags";
import { AppLink } from "@/components/ui/app-link";
import { SHOP } from "@/lib/platform/shop-identity";
import { coffees } from "@/lib/shop/catalogue/coffees";
import { ProductPicture } from "./art/product-picture";

const SLUGS = ["first-light", "landfall", "trade-wind"];
const PLACES = ["w-[38%] -mr-[9%] -rotate-4", "relative z-10 w-[48%]", "w-[38%] -ml-[9%] rotate-4"];

/** The sea is dark in both schemes, so its links have colours of their own. */
const LINK = "inline-flex min-h-11.5 items-center rounded-control px-5 font-semibold transition-colors";

export function Hero() {
  const bags = SLUGS.flatMap((slug) => coffees.filter((coffee) => coffee.slug === slug));
  return (
    <section className="relative isolate overflow-hidden bg-inverse text-on-inverse">
      <FlagLine className="absolute inset-x-0 top-0 -z-10 h-28 w-full sm:h-36" />
      <div className="mx-auto grid max-w-6xl items-end gap-x-10 gap-y-12 px-4 pt-32 pb-14 sm:px-6 sm:pt-40 sm:pb-20 lg:grid-cols-[1.05fr_1fr]">
        <div className="self-center">
          <h1 className="max-w-[12ch] text-display">Coffee that came by water.</h1>
          <p className="mt-6 max-w-[44ch] text-lg text-on-inverse-muted">
            Six green lots on the quay at any time, one roaster, no hurry. Roasted on Tuesday, on its way by
            Thursday, in your kitchen before the weekend has plans.
          </p>
          <div className="mt-9 flex flex-wrap gap-3">
            <AppLink href="#coffee" className={`${LINK} bg-on-inverse text-inverse hover:bg-flag-white`}>
              See this week&rsquo;s coffees
            </AppLink>
            <AppLink
              href="/products/bosun-espresso-machine"
              className={`${LINK} border border-on-inverse-muted/50 hover:border-on-inverse`}
            >
              Meet the Bosun
            </AppLink>
          </div>
        </div>
        <div className="relative z-10 -mb-6 flex items-end justify-center sm:-mb-10">
          {bags.map((coffee, index) => (
            <div key={coffee.slug} className={PLACES[index]}>
              <ProductPicture product={coffee} className="w-full" />
            </div>
          ))}
        </div>
      </div>
      <Swell className="absolute inset-x-0 bottom-0 -z-10 h-32 w-full sm:h-44" />
    </section>
  );
}

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

/** A parabola, close to the catenary of a hanging rope. */
const height = (x: number) => SAG * (1 - (2 * (x / SPAN) - 1) ** 2);
const slope = (x: number) => Math.atan(((4 * SAG) / SPAN) * (1 - (2 * x) / SPAN)) * (180 / Math.PI);

/** The name of the shop in signal flags. Decoration: the header has the name as text. */
function FlagLine({ className }: { className?: string }) {
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

const ROWS = [
  { y: 40, className: "fill-swell/30", period: 240, height: 18 },
  { y: 78, className: "fill-swell/45", period: 200, height: 15 },
  { y: 116, className: "fill-swell/60", period: 160, height: 12 },
];

const WIDTH = 1600;

/** Three rows of waves, wider than any screen. */
function Swell({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 176`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={className}
    >
      {ROWS.map(({ y, className: fill, period, height }) => (
        <path key={y} d={wave(y, period, height)} className={fill} />
      ))}
    </svg>
  );
}

/** A wave of quadratic curves, closed along the bottom. */
function wave(y: number, period: number, height: number): string {
  const half = period / 2;
  const crests = Math.ceil(WIDTH / half) + 1;
  const first = `M${-half} ${y}q${half / 2} ${-height} ${half} 0`;
  return `${first}${`t${half} 0`.repeat(crests)}V176H${-half}Z`;
}
