import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { signInPath } from "@/lib/auth/return-path";

type Props = {
  isSignedIn: boolean;
  /** The page's own, to return to. */
  path: string;
};

/** Instead of a cart that belongs to an account which is not signed in, or not any more. */
export const CartOfAccount = ({ isSignedIn, path }: Props) => (
  <div className="mt-8">
    {isSignedIn ? (
      <EmptyState
        title="This cart belongs to another account"
        action={<ButtonLink href="/">Start another cart</ButtonLink>}
      >
        <p>It was filled with another account than the one that is signed in now. Nothing was charged.</p>
      </EmptyState>
    ) : (
      <EmptyState
        title="You are signed out"
        action={<ButtonLink href={signInPath(path)}>Sign in and continue</ButtonLink>}
      >
        <p>The cart of this browser belongs to an account. Sign in to see it.</p>
      </EmptyState>
    )}
  </div>
);
