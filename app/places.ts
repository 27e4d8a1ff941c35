import { CreditCard, Package, Repeat, UserRound } from "lucide-react";

/** The links of the header. */
export const MAIN_PLACES = [
  { href: "/", label: "Shop" }, // eject: shop
  { href: "/cards", label: "Saved cards" },
];

/** The links beside the pages of an account. */
export const ACCOUNT_PLACES = [
  { href: "/cards", label: "Saved cards", icon: CreditCard },
  { href: "/orders", label: "Orders", icon: Package }, // eject: payments
  { href: "/subscriptions", label: "Subscriptions", icon: Repeat }, // eject: subscriptions
  { href: "/profile", label: "Profile", icon: UserRound },
];

/** The links of the account menu. The header has the shop's, where there is room. */
export const MENU_PLACES = [
  { href: "/", label: "Shop", className: "sm:hidden" }, // eject: shop
  { href: "/cards", label: "Saved cards" },
  { href: "/orders", label: "Orders" }, // eject: payments
  { href: "/subscriptions", label: "Subscriptions" }, // eject: subscriptions
  { href: "/profile", label: "Profile" },
];

/** What the account menu of staff has beside them. */
export const STAFF_PLACES = [
  { href: "/office", label: "Back office" }, // eject: office
];

/** The links of the footer. */
export const FOOTER_PLACES = [
  { href: "/", label: "Shop" }, // eject: shop
  { href: "/cards", label: "Saved cards" },
  { href: "/orders", label: "Orders" }, // eject: payments
  { href: "/subscriptions", label: "Subscriptions" }, // eject: subscriptions
  { href: "/profile", label: "Profile" },
];
