import { ButtonLink } from "./button";

type Props = {
  page: number;
  pages: number;
  /** Of the list, without a query. */
  path: string;
  /** What is leafed through, for a screen reader. */
  label: string;
};

/** To the newer and the older part of a list that is longer than a page. */
export function PageLinks({ page, pages, path, label }: Props) {
  if (pages === 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3">
      <Step href={`${path}?page=${page - 1}`} isThere={page > 1} label="Newer" />
      <p className="text-sm text-muted tabular-nums">
        Page {page} of {pages}
      </p>
      <Step href={`${path}?page=${page + 1}`} isThere={page < pages} label="Older" />
    </nav>
  );
}

function Step({ href, isThere, label }: { href: string; isThere: boolean; label: string }) {
  if (!isThere) return <span className="w-24" />;
  return (
    <ButtonLink href={href} variant="secondary" size="sm" className="w-24">
      {label}
    </ButtonLink>
  );
}
