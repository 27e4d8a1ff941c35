import type { Product } from "@/lib/shop/catalogue/product";
import { Bag } from "./bag";
import { Dripper, Grinder, Kettle, Mug } from "./gear";
import { Machine } from "./machine";

const drawings: Record<string, typeof Kettle> = {
  "bosun-espresso-machine": Machine,
  "capstan-grinder": Grinder,
  "cutter-kettle": Kettle,
  "keel-dripper": Dripper,
  "ditty-mug": Mug,
};

/** The drawing of a product: nothing is downloaded, nothing blocked by the content security policy. */
export function ProductPicture({ product, className }: { product: Product; className?: string }) {
  if (product.kind === "coffee") {
    return <Bag slug={product.slug} name={product.name} origin={product.origin} className={className} />;
  }
  const Drawing = drawings[product.slug];
  return Drawing ? <Drawing className={className} /> : null;
}
