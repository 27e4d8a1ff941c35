import { ButtonLink } from "@/components/ui/button";
import { getUser } from "@/lib/auth/session";

export default async function HomePage() {
  const user = await getUser();
  return (
    <div className="mx-auto grid max-w-6xl content-center gap-6 px-4 py-16 sm:px-6 sm:py-24">
      <h1 className="max-w-[16ch] text-display">Save a card once, pay with it later</h1>
      <p className="max-w-[52ch] text-lg text-muted">
        Your card number goes from your browser to the payment provider and never reaches this site.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/cards/new">Add a card</ButtonLink>
        {user ? (
          <ButtonLink href="/cards" variant="secondary">
            Saved cards
          </ButtonLink>
        ) : (
          <ButtonLink href="/sign-in" variant="secondary">
            Sign in
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
