import { ChevronDown } from "lucide-react";

type Mail = { id: string; to: string; subject: string; html: string; createdAt: Date };

const SENT_AT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** One e-mail in a sandboxed frame: it runs no script and loads nothing; only a link the user clicks leaves it. */
export function OutboxMail({ mail, isOpen }: { mail: Mail; isOpen: boolean }) {
  const { to, subject, html, createdAt } = mail;
  return (
    <li>
      <details
        open={isOpen}
        className="group overflow-hidden rounded-panel border border-line bg-surface shadow-raised"
      >
        <summary className="flex list-none items-center gap-4 px-5 py-4 hover:bg-sunken/60">
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="truncate font-semibold">{subject}</span>
            <span className="truncate text-sm text-muted">
              To {to} · <time dateTime={createdAt.toISOString()}>{SENT_AT.format(createdAt)}</time>
            </span>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-5 text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <iframe
          title={`${subject}, to ${to}`}
          srcDoc={html}
          sandbox="allow-top-navigation-by-user-activation"
          className="h-112 w-full border-t border-line bg-flag-white"
        />
      </details>
    </li>
  );
}
