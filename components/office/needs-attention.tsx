import { AppLink } from "@/components/ui/app-link";
import type { AttentionGroup } from "@/lib/office/overview-screens";
import { ageText } from "@/lib/office/words";
import { EmptyList, TextLink } from "./primitives";

/** What a person has to look at today, first on the overview: each kind with its count, its oldest rows and all of them. */
export const NeedsAttention = ({ groups, now }: { groups: AttentionGroup[]; now: Date }) => (
  <section aria-labelledby="needs-attention" className="grid gap-4">
    <h2 id="needs-attention" className="text-xl">
      Needs attention
    </h2>
    {groups.length === 0 && <EmptyList>Nothing needs attention today.</EmptyList>}
    {groups.map((group) => (
      <Group key={group.title} group={group} now={now} />
    ))}
  </section>
);

const Group = ({ group, now }: { group: AttentionGroup; now: Date }) => (
  <section
    aria-label={group.title}
    className="overflow-hidden rounded-panel border border-line bg-surface shadow-raised"
  >
    <header className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1 border-b border-line bg-sunken/60 px-4 py-2.5 text-sm sm:px-5">
      <h3 className="text-[0.9375rem] font-semibold">
        <span>{group.title}</span> <span className="text-muted tabular-nums">({group.count})</span>
      </h3>
      <TextLink href={group.allHref}>
        <span>Show all</span>
        <span className="sr-only">: {group.title}</span>
      </TextLink>
    </header>
    <ul className="divide-y divide-line">
      {group.rows.map(({ key, href, sentence, since }) => (
        <li
          key={key}
          className="relative grid gap-x-5 gap-y-0.5 px-4 py-2.5 text-sm hover:bg-sunken/60 sm:grid-cols-[1fr_auto] sm:px-5"
        >
          <AppLink href={href} className="min-w-0 break-words after:absolute after:inset-0">
            {sentence}
          </AppLink>
          <time dateTime={since.toISOString()} className="whitespace-nowrap text-muted tabular-nums">
            {ageText(since, now)}
          </time>
        </li>
      ))}
    </ul>
  </section>
);
