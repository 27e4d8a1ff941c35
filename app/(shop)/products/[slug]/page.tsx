import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getVisitor } from "@/app/(shop)/visitor";
import { BuyNow } from "@/components/payments/buy-now";
import { ProductPicture } from "@/components/shop/art/product-picture";
import { BuyForm } from "@/components/shop/buy-form";
import { ProductFacts, RoastMeter } from "@/components/shop/product-details";
import { PlanButtons } from "@/components/subscriptions/plan-buttons"; // eject: subscriptions
import { AppLink } from "@/components/ui/app-link";
import { getContact } from "@/lib/payments/contact";
import { findCardToBuyWith } from "@/lib/payments/payable-cards";
import { findProduct } from "@/lib/shop/catalogue/variants";
import type { Visitor } from "@/lib/shop/visitor";
import { addToCart, buyNow } from "../../cart/actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = findProduct((await params).slug);
  return { title: product?.name, description: product?.tagline };
}

export default async function ProductPage({ params }: Props) {
  const product = findProduct((await params).slug);
  if (!product) notFound();
  const visitor = await getVisitor();
  const { currency } = visitor;
  const card = await findBuyNowCard(visitor);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
      <nav aria-label="Breadcrumb" className="text-sm text-muted">
        <AppLink
          href={product.kind === "coffee" ? "/#coffee" : "/#gear"}
          className="hover:text-ink hover:underline"
        >
          {product.kind === "coffee" ? "Coffee" : "For the galley"}
        </AppLink>
        <span aria-hidden="true"> / </span>
        <span aria-current="page">{product.name}</span>
      </nav>
      <div className="mt-5 grid items-start gap-8 lg:grid-cols-[1.05fr_1fr] lg:gap-14">
        <div className="plinth grid place-items-center rounded-panel p-8 sm:p-14 lg:sticky lg:top-24">
          <ProductPicture product={product} className="max-h-[26rem] w-full lg:max-h-[32rem]" />
        </div>
        <div>
          {product.kind === "coffee" && <p className="font-semibold text-accent">{product.origin}</p>}
          <h1 className="mt-1 text-title">{product.name}</h1>
          <p className="mt-3 text-lg text-muted">{product.tagline}</p>
          {product.kind === "coffee" && <RoastMeter roast={product.roast} notes={product.notes} />}
          <BuyForm product={product} currency={currency} addToCart={addToCart}>
            {card && <BuyNow card={card} buyNow={buyNow} />}
            <PlanButtons product={product} currency={currency} /> {/* eject: subscriptions */}
          </BuyForm>
          <div className="mt-10 grid max-w-[58ch] gap-4">
            {product.story.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <ProductFacts facts={product.facts} />
        </div>
      </div>
    </div>
  );
}

/** The card of *Buy now*, for a shopper who can order with two presses: a usable card and a complete address are known. */
async function findBuyNowCard({ viewer, currency }: Visitor) {
  if (!viewer || !(await getContact(viewer)).address) return null;
  return findCardToBuyWith(viewer, currency);
}
