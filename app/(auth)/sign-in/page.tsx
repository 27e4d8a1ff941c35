import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { EmailForm } from "@/components/auth/email-form";
import { OAuthForms } from "@/components/auth/oauth-forms";
import { PersonaPicker } from "@/components/demo/persona-picker";
import { Alert } from "@/components/ui/alert";
import { safePath } from "@/lib/auth/callback-url";
import { getCsrfToken, getUser } from "@/lib/auth/session";
import { signInFailure } from "@/lib/auth/sign-in-failure";
import { openDoors } from "@/lib/auth/sign-in-methods";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, signedOut } = await searchParams;
  const returnTo = safePath(String(callbackUrl ?? ""), new URL(env().NEXTAUTH_URL).origin);
  if (await getUser()) redirect(returnTo as Route);

  const { personas, email, oauth } = openDoors();
  const gate = { csrfToken: await getCsrfToken(), returnTo };
  return (
    <div className="grid gap-8">
      <header className="grid gap-3">
        <h1 className="text-title">Come aboard</h1>
        <p className="max-w-[52ch] text-muted">
          Your cards, your address and your orders, ready when you are.
        </p>
      </header>
      {error !== undefined && <Alert tone="bad">{signInFailure(String(error))}</Alert>}
      {signedOut !== undefined && <Alert tone="good">You are signed out on every device.</Alert>}
      {personas.length > 0 && <PersonaPicker personas={personas} {...gate} />}
      {email && <EmailForm hasOthersAbove={personas.length > 0} {...gate} />}
      {oauth.length > 0 && <OAuthForms providers={oauth} {...gate} />}
      {!email && personas.length === 0 && oauth.length === 0 && (
        <Alert tone="warning" title="Nobody can sign in yet">
          Set EMAIL_SERVER, or the id and secret of GitHub or Google.
        </Alert>
      )}
    </div>
  );
}
