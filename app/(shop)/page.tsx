import type { Metadata } from "next";
import { getVisitor } from "@/app/(shop)/visitor";
import { Hero } from "@/components/shop/hero";
import { ProductGrid } from "@/components/shop/product-grid";
import { Story } from "@/components/shop/story";
import { SHOP } from "@/lib/platform/shop-identity";
import { coffees } from "@/lib/shop/catalogue/coffees";
import { gear } from "@/lib/shop/catalogue/gear";

export const metadata: Metadata = { title: { absolute: SHOP.title } };

export default async function HomePage() {
  const { currency } = await getVisitor();
  return (
    <>
      <Hero />
      <ProductGrid
        id="coffee"
        title="On the quay this week"
        lead="Six coffees, never more: we would rather know them. Roasted on Tuesday, sent on Thursday, delivery included."
        products={coffees}
        currency={currency}
      />
      <Story />
      <ProductGrid
        id="gear"
        title="For the galley"
        lead="Five things we use every day and have not managed to break."
        products={gear}
        currency={currency}
        isLedByFirst
      />
    </>
  );
}
