import type { ReactNode } from "react";

type Props = { csrfToken: string; className?: string; children: ReactNode };

/** A plain form to next-auth, so it works without script and loads a new document: nothing signed-in stays behind. */
export function SignOutForm({ csrfToken, className, children }: Props) {
  return (
    <form method="post" action="/api/auth/signout" className={className}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/" />
      {children}
    </form>
  );
}
