import { ButtonLink } from "@/components/ui/button";

type Props = { page: number; pages: number };

export function PageLinks({ page, pages }: Props) {
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages of cards" className="flex items-center justify-between gap-3">
      <Step to={page - 1} isThere={page > 1} label="Newer" />
      <p className="text-sm text-muted tabular-nums">
        Page {page} of {pages}
      </p>
      <Step to={page + 1} isThere={page < pages} label="Older" />
    </nav>
  );
}

function Step({ to, isThere, label }: { to: number; isThere: boolean; label: string }) {
  if (!isThere) return <span className="w-24" />;
  return (
    <ButtonLink href={`/cards?page=${to}`} variant="secondary" size="sm" className="w-24">
      {label}
    </ButtonLink>
  );
}
