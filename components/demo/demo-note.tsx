import { AppLink } from "@/components/ui/app-link";

export function DemoNote({ sandboxUrl }: { sandboxUrl: string }) {
  return (
    <p className="border-t border-inverse-line pt-6 text-sm text-on-inverse-muted md:col-span-2">
      This is a demo. No coffee ships, no card is charged, no e-mail leaves this machine. Look behind the
      scenes:{" "}
      <a href={sandboxUrl} className={LINK}>
        the sandbox&rsquo;s dashboard
      </a>{" "}
      and{" "}
      <AppLink href="/outbox" className={LINK}>
        the outbox
      </AppLink>
      .
    </p>
  );
}

const LINK =
  "rounded-sm text-on-inverse underline decoration-inverse-line decoration-2 underline-offset-4 hover:decoration-on-inverse";
