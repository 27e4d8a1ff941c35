import { type KeyboardEvent, useRef } from "react";
import type { Row } from "./control";
import type { Column } from "./kinds";
import { Value } from "./value";

type Props = { columns: Column[]; rows: Row[]; label: string; onOpen: (row: Row) => void };

/** Rows can be walked with the arrow keys (or j and k) and opened with Enter. */
export function Table({ columns, rows, label, onOpen }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);

  function move(event: KeyboardEvent, place: number) {
    const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
    const step = steps[event.key];
    const next = body.current?.rows[place + (step ?? 0)];
    if (step && next) {
      event.preventDefault();
      next.focus();
    }
    const row = rows[place];
    if (event.key === "Enter" && event.target === event.currentTarget && row) onOpen(row);
  }

  return (
    <div className="scroll">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} className={isNumber ? "number" : undefined} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, place) => (
            <tr
              key={row.id}
              tabIndex={0}
              onKeyDown={(event) => move(event, place)}
              onClick={(event) => event.target instanceof HTMLAnchorElement || onOpen(row)}
            >
              {columns.map(({ title, read, isNumber }) => (
                <td key={title} className={isNumber ? "number" : undefined}>
                  <Value of={read(row)} isShort />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
