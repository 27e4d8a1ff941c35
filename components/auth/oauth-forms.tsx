import { Button } from "@/components/ui/button";
import { SignInFields, type SignInFormProps } from "./sign-in-fields";

export function OAuthForms({
  providers,
  ...form
}: { providers: { id: string; name: string }[] } & SignInFormProps) {
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-6">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <SignInFields {...form} />
          <Button type="submit" variant="secondary">
            Continue with {name}
          </Button>
        </form>
      ))}
    </div>
  );
}
