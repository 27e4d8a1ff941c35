import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Gate, GateFields } from "./gate-fields";

export function EmailForm({ hasOthersAbove, ...gate }: { hasOthersAbove: boolean } & Gate) {
  return (
    <section className="grid gap-4">
      <h2 className="text-lg">{hasOthersAbove ? "Or with a link by e-mail" : "With a link by e-mail"}</h2>
      <form method="post" action="/api/auth/signin/email" className="flex flex-wrap items-end gap-3">
        <GateFields {...gate} />
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
