import { AppLink } from "@/components/ui/app-link";

export const GuestNotice = () => (
  <p className="text-muted">
    You are ordering as a guest: nothing is kept but the order.{" "}
    <AppLink
      href="/sign-in?callbackUrl=/checkout"
      className="font-semibold text-ink underline underline-offset-4"
    >
      Sign in
    </AppLink>{" "}
    to pay with a saved card.
  </p>
);
