import { CreditCard } from "lucide-react";
import { SignInFields, type SignInFormProps } from "@/components/auth/sign-in-fields";
import { SignalFlag } from "@/components/brand/signal-flag";
import { Badge } from "@/components/ui/badge";

type Person = {
  key: string;
  name: string;
  role: "shopper" | "staff";
  story: string;
  wallet: readonly unknown[];
};

export function PersonaPicker({ personas, ...form }: { personas: readonly Person[] } & SignInFormProps) {
  if (personas.length === 0) return null;
  return (
    <section className="grid gap-4">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg">
        Try the demo as
        <span className="font-sans text-sm font-normal tracking-normal text-muted">
          one click, no password
        </span>
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {personas.map(({ key, name, role, story, wallet }) => (
          <li key={key}>
            <form method="post" action="/api/auth/callback/persona" className="h-full">
              <SignInFields {...form} />
              <button
                type="submit"
                name="persona"
                value={key}
                aria-labelledby={`${key}-name`}
                aria-describedby={`${key}-story`}
                className="grid h-full w-full grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 rounded-panel border border-line bg-surface p-4 text-left shadow-raised transition-colors hover:border-ink"
              >
                <SignalFlag letter={name} className="row-span-3 size-11 rounded-[3px] ring-1 ring-ink/15" />
                <span id={`${key}-name`} className="font-semibold">
                  {name}
                </span>
                <span id={`${key}-story`} className="text-sm text-muted">
                  {story}
                </span>
                <span className="mt-1.5">
                  <Badge tone={role === "staff" ? "info" : "neutral"}>
                    {role === "shopper" && <CreditCard aria-hidden="true" className="size-3.5" />}
                    <span>{role === "staff" ? "Staff" : describeWallet(wallet.length)}</span>
                  </Badge>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describeWallet(count: number) {
  if (count === 0) return "No cards yet";
  return count === 1 ? "1 saved card" : `${count} saved cards`;
}
