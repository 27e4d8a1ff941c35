import { AppLink } from "@/components/ui/app-link";
import { coffees } from "@/lib/shop/catalogue/coffees";
import { ProductPicture } from "./art/product-picture";
import { FlagLine } from "./flag-line";
import { Swell } from "./swell";

const SHOWN = ["first-light", "landfall", "trade-wind"];
const PLACES = ["w-[38%] -mr-[9%] -rotate-4", "relative z-10 w-[48%]", "w-[38%] -ml-[9%] rotate-4"];

/** The sea is dark in both schemes, so its links have colours of their own. */
const LINK = "inline-flex min-h-11.5 items-center rounded-control px-5 font-semibold transition-colors";

export function Hero() {
  const bags = SHOWN.flatMap((slug) => coffees.filter((coffee) => coffee.slug === slug));
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
