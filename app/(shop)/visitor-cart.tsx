import { CartLink } from "@/components/shop/cart-link";
import { getCart } from "@/lib/shop/manage-cart";
import { getVisitor } from "./visitor";

/** The header's way to the cart, with how much is in it. */
export const VisitorCart = () => <CartLink count={countCart()} />;

const countCart = async () => (await getCart(await getVisitor())).count;
