import { Button } from "@/components/ui/button";
import { type Gate, GateFields } from "./gate-fields";

export function OAuthForms({ providers, ...gate }: { providers: { id: string; name: string }[] } & Gate) {
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-6">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <GateFields {...gate} />
          <Button type="submit" variant="secondary">
            Continue with {name}
          </Button>
        </form>
      ))}
    </div>
  );
}
