export type Gate = { csrfToken: string; returnTo: string };

/** What every one of next-auth's forms posts. They are plain HTML: signing in needs no script. */
export function GateFields({ csrfToken, returnTo }: Gate) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
    </>
  );
}
