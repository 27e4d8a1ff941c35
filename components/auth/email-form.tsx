import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { SignInFields, type SignInFormProps } from "./sign-in-fields";

export function EmailForm(form: SignInFormProps) {
  return (
    <section className="grid gap-4">
      <h2 className="text-lg">Get a sign-in link by e-mail</h2>
      <form method="post" action="/api/auth/signin/email" className="flex flex-wrap items-end gap-3">
        <SignInFields {...form} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          placeholder="you@example.com"
          className="min-w-0 grow basis-64"
        />
        <SubmitButton pendingLabel="Sending…">Send the link</SubmitButton>
      </form>
    </section>
  );
}
