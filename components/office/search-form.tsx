import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type Props = {
  label: string;
  hint: string;
  search: string;
  filter?: { label: string; name: string; selected: string; choices: { value: string; label: string }[] };
};

/** A plain GET form: the search is in the address, which can be shared and bookmarked. */
export function SearchForm({ label, hint, search, filter }: Props) {
  return (
    <search>
      <form className="grid gap-4 sm:grid-cols-[1fr_auto_auto] sm:items-start">
        <Field label={label} hint={hint}>
          {(wiring) => (
            <input
              className="control"
              type="search"
              name="q"
              defaultValue={search}
              maxLength={120}
              {...wiring}
            />
          )}
        </Field>
        {filter && (
          <Field label={filter.label}>
            {(wiring) => (
              <select
                key={filter.selected}
                className="control sm:w-52"
                name={filter.name}
                defaultValue={filter.selected}
                {...wiring}
              >
                <option value="">All</option>
                {filter.choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Button type="submit" className="sm:mt-6.5">
          <Search aria-hidden className="size-4" /> Find
        </Button>
      </form>
    </search>
  );
}
