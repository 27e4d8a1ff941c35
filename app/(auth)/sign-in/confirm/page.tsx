import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { safePath } from "@/lib/auth/return-path";
import { getCsrfToken, getUser } from "@/lib/auth/session";
import { mustSignInAgain } from "@/lib/auth/staff"; // eject: office
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Confirm signing in", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a sign-in link opens. Opening it changes nothing: programs that check e-mails open every link. */
export default async function ConfirmSignInPage({ searchParams }: Props) {
  const { token, email, callbackUrl, again } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string") redirect("/sign-in?error=Verification");
  const returnTo = safePath(String(callbackUrl ?? ""), new URL(env().NEXTAUTH_URL).origin);
  const user = await getUser();
  const isAgain = mustSignInAgain(user, { isAsked: true }); // eject: office
  if (
    !isAgain && // eject: office
    user?.email === email
  ) {
    redirect(returnTo as Route);
  }
  const other = user?.email === email ? null : user;
  const link = new URLSearchParams({ callbackUrl: returnTo, token, email });
  return (
    <div className="grid max-w-xl content-start gap-5">
      <h1 className="text-title">Sign in</h1>
      <p className="text-lg wrap-anywhere text-muted">
        Press the button to sign in as <strong className="text-ink">{email}</strong>.
      </p>
      {again && (
        <Alert tone="warning" title="You are not signed in yet">
          Your browser did not send the cookie of this page. Press the button once more, and allow cookies if
          this stays.
        </Alert>
      )}
      {other && (
        <Alert tone="warning" title={`You are signed in as ${other.email}`}>
          If you continue, that account is signed out in this browser.
        </Alert>
      )}
      <form method="post" action={`/api/auth/callback/email?${link}`} className="flex flex-wrap gap-3">
        <input type="hidden" name="csrfToken" value={await getCsrfToken()} />
        <SubmitButton pendingLabel="Signing in…">{other ? "Change the account" : "Sign in"}</SubmitButton>
        {other && (
          <ButtonLink href={returnTo as Route} variant="secondary">
            Stay signed in
          </ButtonLink>
        )}
      </form>
    </div>
  );
}
