import { ButtonLink } from "@/components/ui/button";
import { coffees } from "@/lib/catalogue/coffees";
import { ProductPicture } from "./art/product-picture";
import { FlagLine } from "./flag-line";
import { Swell } from "./swell";

const SHOWN = ["first-light", "landfall", "trade-wind"];
const PLACES = [
  "w-[34%] -mr-[7%] -rotate-3",
  "relative z-10 w-[42%] sm:w-[44%]",
  "w-[34%] -ml-[7%] rotate-3",
];

export function Hero() {
  const bags = SHOWN.flatMap((slug) => coffees.filter((coffee) => coffee.slug === slug));
  return (
    <section className="relative isolate overflow-hidden bg-harbour text-sail">
      <FlagLine className="absolute inset-x-0 top-0 -z-10 h-28 w-full sm:h-36" />
      <div className="mx-auto grid max-w-6xl items-end gap-x-10 gap-y-12 px-4 pt-32 pb-14 sm:px-6 sm:pt-40 sm:pb-20 lg:grid-cols-[1.05fr_1fr]">
        <div className="self-center">
          <h1 className="max-w-[12ch] text-display">Coffee that came by water.</h1>
          <p className="mt-6 max-w-[44ch] text-lg text-sail-muted">
            Six green lots on the quay at any time, one roaster, no hurry. Roasted on Tuesday, on its way by
            Thursday, in your kitchen before the weekend has plans.
          </p>
          <div className="mt-9 flex flex-wrap gap-3">
            <ButtonLink href="#coffee" className="bg-sail text-harbour hover:bg-flag-white">
              See this week&rsquo;s coffees
            </ButtonLink>
            <ButtonLink
              href="/products/bosun-espresso-machine"
              className="border border-sail-muted/50 bg-transparent text-sail hover:border-sail hover:bg-transparent"
            >
              Meet the Bosun
            </ButtonLink>
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
