import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

export function CardListSkeleton() {
  return (
    <SkeletonGroup label="Fetching your cards…" className="grid gap-x-6 gap-y-9 sm:grid-cols-2">
      {["first", "second"].map((place) => (
        <div key={place} className="grid gap-3">
          <Skeleton className="aspect-[1.586] rounded-panel" />
          <Skeleton className="h-6 w-40" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
