import clsx from "clsx";
import type { ReactNode } from "react";

export type TableRow = { key: string; cells: ReactNode[] };

type Props = {
  label: string;
  headings: readonly string[];
  /** The columns from 768 px on, as a class: `md:grid-cols-[7rem_1fr]`. */
  columns: string;
  rows: TableRow[];
};

/**
 * A table of the back office. From 768 px on its columns line up under their headings; below, each row is a card whose
 * cells are named by the heading of their column, so that no phone scrolls sideways. `RowLink` fills a row.
 */
export const Table = ({ label, headings, columns, rows }: Props) => (
  <table
    aria-label={label}
    className={clsx(
      "block overflow-hidden rounded-panel border border-line bg-surface text-left text-sm shadow-raised md:grid",
      columns,
    )}
  >
    <thead className="max-md:sr-only md:contents">
      <tr className={`${ROW} bg-sunken/60`}>
        {headings.map((heading) => (
          <th key={heading} scope="col" className="py-2 font-medium text-muted">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="block md:contents">
      {rows.map(({ key, cells }) => (
        <tr
          key={key}
          className={`${ROW} relative gap-y-1.5 border-t border-line py-3 hover:bg-sunken/60 max-md:first:border-t-0 md:items-center`}
        >
          {headings.map((heading, index) => (
            <td
              key={heading}
              data-heading={heading}
              className="grid min-w-0 grid-cols-[6.5rem_minmax(0,1fr)] gap-3 before:text-muted before:content-[attr(data-heading)] md:block md:before:hidden"
            >
              <div className="min-w-0 break-words">{cells[index]}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** A row of the columns of the whole table. */
const ROW = "grid gap-x-5 px-4 sm:px-5 md:col-span-full md:grid-cols-subgrid";

/** A value with what explains it in small: a person and the e-mail address, a card and its expiry. */
export const Stacked = ({ children, small }: { children: ReactNode; small: ReactNode }) => (
  <span className="grid min-w-0 justify-items-start gap-0.5">
    <span className="min-w-0 max-w-full break-words">{children}</span>
    {small && <span className="min-w-0 max-w-full break-words text-xs text-muted">{small}</span>}
  </span>
);

/** A code of ProcessOut or of ours, in small below the words that it stands for. */
export const Code = ({ children }: { children: ReactNode }) => (
  <span className="font-mono text-xs break-all text-muted">{children}</span>
);

/** An amount at the end of a row. */
export const Amount = ({ children }: { children: ReactNode }) => (
  <span className="block text-[0.9375rem] font-semibold tabular-nums md:text-right">{children}</span>
);
