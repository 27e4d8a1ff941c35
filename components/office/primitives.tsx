import clsx from "clsx";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { CopyButton } from "./copy-button";

type SectionProps = { id: string; title: string; note?: string; children: ReactNode };

/** A list of the back office under its title. `note` says what the rows are and what to do about them. */
export const Section = ({ id, title, note, children }: SectionProps) => (
  <section aria-labelledby={id} className="grid gap-4">
    <header className="grid gap-1">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {note && <p className="max-w-[64ch] text-muted">{note}</p>}
    </header>
    {children}
  </section>
);

/** The link of a row. Its hit area is the whole row. */
export const RowLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <AppLink href={href} className="text-[0.9375rem] font-semibold break-words after:absolute after:inset-0">
    {children}
  </AppLink>
);

export const EmptyList = ({ children }: { children: ReactNode }) => (
  <p className="rounded-panel border border-dashed border-control px-5 py-10 text-center text-muted">
    {children}
  </p>
);

export type Fact = { label: string; value: ReactNode; id?: string };

type FactsProps = {
  facts: Fact[];
  /** The address where an id can be opened, if there is one. */
  open?: ((id: string) => string | null) | undefined;
};

export const Facts = ({ facts, open }: FactsProps) => (
  <Panel aria-label="Facts">
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {facts.map(({ label, value, id }) => (
        <div
          key={`${label}-${id ?? ""}`}
          className={clsx("grid min-w-0 content-start gap-0.5", id && "sm:col-span-2")}
        >
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="min-w-0 break-words">
            {id ? <CopyId label={label} value={id} open={open} /> : value}
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);

type CopyIdProps = { label: string; value: string; open?: FactsProps["open"] };

/** An id with a button that copies it, and a link to its object where there is one. */
export function CopyId({ label, value, open }: CopyIdProps) {
  const address = open?.(value);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
      <span className="min-w-0 font-mono text-[0.8125rem] break-all">{value}</span>
      <CopyButton label={label} value={value} />
      {address && (
        <a href={address} className="relative z-10 text-sm underline underline-offset-4">
          <span>Open</span>
          <span className="sr-only">
            {" "}
            {label} {value} in the sandbox
          </span>
        </a>
      )}
    </span>
  );
}

/** Facts for the times that are known. */
export const timestampFacts = (times: readonly (readonly [label: string, at: Date | null])[]): Fact[] =>
  times.flatMap(([label, at]) => (at ? [{ label, value: <Timestamp at={at} /> }] : []));

/** Facts for ids. */
export const idFacts = (ids: { label: string; value: string }[]): Fact[] =>
  ids.map(({ label, value }) => ({ label, value, id: value }));

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <AppLink href={href} className="relative z-10 underline underline-offset-4">
    {children}
  </AppLink>
);

const FORMAT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** To the minute, in UTC, like ProcessOut's dashboard and the logs. */
export const Timestamp = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
    {FORMAT.format(at)}
  </time>
);

type PageLinksProps = { path: string; query: Record<string, string>; page: number; hasMore: boolean };

/** Links to the next and previous page. The pages are not counted: a count reads the whole table. */
export function PageLinks({ path, query, page, hasMore }: PageLinksProps) {
  if (page === 1 && !hasMore) return null;
  const to = (next: number) => `${path}?${new URLSearchParams({ ...query, page: String(next) })}`;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3">
      {page > 1 ? (
        <ButtonLink href={to(page - 1)} variant="secondary" size="sm">
          Newer
        </ButtonLink>
      ) : (
        <span />
      )}
      <p className="text-sm text-muted tabular-nums">Page {page}</p>
      {hasMore ? (
        <ButtonLink href={to(page + 1)} variant="secondary" size="sm">
          Older
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
