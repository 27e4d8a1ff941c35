import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { EmailForm } from "@/components/auth/email-form";
import { OAuthForms } from "@/components/auth/oauth-forms";
import { PersonaPicker } from "@/components/demo/persona-picker"; // eject: demo
import { Alert } from "@/components/ui/alert";
import { safePath } from "@/lib/auth/return-path";
import { getCsrfToken, getUser } from "@/lib/auth/session";
import { listSignInMethods, signInFailure } from "@/lib/auth/sign-in-methods";
import { mustSignInAgain } from "@/lib/auth/staff"; // eject: office
import { listPersonas } from "@/lib/demo/personas"; // eject: demo
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, signedOut } = await searchParams;
  const returnTo = safePath(String(callbackUrl ?? ""), new URL(env().NEXTAUTH_URL).origin);
  const user = await getUser();
  const { again } = await searchParams; // eject: office
  // eject:start office
  // next-auth comes back with the reason alone when a second sign-in failed.
  const isAsked = again !== undefined || error !== undefined;
  // eject:end office
  const isAgain = mustSignInAgain(user, { isAsked }); // eject: office
  if (
    !isAgain && // eject: office
    user
  ) {
    redirect(returnTo as Route);
  }

  const { email, oauth } = listSignInMethods();
  const form = { csrfToken: await getCsrfToken(), returnTo };
  return (
    <div className="grid gap-8">
      <header className="grid gap-3">
        <h1 className="text-title">Sign in</h1>
        <p className="max-w-[52ch] text-muted">Your saved cards, your address and your orders.</p>
      </header>
      {error !== undefined && <Alert tone="bad">{signInFailure(String(error))}</Alert>}
      {/* eject:start office */}
      {isAgain && <Alert tone="info">{`Sign in as ${user?.email} again to continue.`}</Alert>}
      {/* eject:end office */}
      {signedOut !== undefined && <Alert tone="good">You are signed out on every device.</Alert>}
      <PersonaPicker personas={listPersonas()} {...form} /> {/* eject: demo */}
      {email && <EmailForm {...form} />}
      {oauth.length > 0 && <OAuthForms providers={oauth} {...form} />}
      {!email && oauth.length === 0 && (
        <Alert tone="warning" title="Signing in is not set up">
          Set EMAIL_SERVER, or the id and secret of GitHub or Google.
        </Alert>
      )}
    </div>
  );
}
