import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

export function SignOutEverywhere({ action }: { action: () => Promise<void> }) {
  return (
    <Panel aria-labelledby="everywhere" className="flex flex-wrap items-center justify-between gap-4">
      <div className="grid gap-1">
        <h2 id="everywhere" className="text-xl">
          Your sessions
        </h2>
        <p className="max-w-[46ch] text-muted">Ends every session, on this device and all others.</p>
      </div>
      <form action={action}>
        <SubmitButton variant="secondary" pendingLabel="Signing out…">
          Sign out everywhere
        </SubmitButton>
      </form>
    </Panel>
  );
}
