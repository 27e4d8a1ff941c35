export type SignInFormProps = { csrfToken: string; returnTo: string };

/** The hidden fields of next-auth's forms. The forms are plain HTML: signing in needs no script. */
export function SignInFields({ csrfToken, returnTo }: SignInFormProps) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
    </>
  );
}
