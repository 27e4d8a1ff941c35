import { ButtonLink } from "@/components/ui/button";

type Props = { path: string; query: Record<string, string>; page: number; hasMore: boolean };

/** Newer and older. How many pages there are is not counted: nobody reads page 4,000. */
export function PageSteps({ path, query, page, hasMore }: Props) {
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
