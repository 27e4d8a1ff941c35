import { useState } from "react";
import type { Row } from "./control";
import { Json, Value } from "./value";

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;
const isEmpty = (value: unknown) =>
  value === null || value === "" || (isNested(value) && Object.keys(value).length === 0);

function inOrder(object: Row): [string, unknown][] {
  const { id, created_at, ...rest } = object;
  return Object.entries({ id, ...(created_at ? { created_at } : {}), ...rest });
}

/** Every field of an object as it is stored; the empty ones on demand. */
export function Fields({ object }: { object: Row }) {
  const [showsAll, setShowsAll] = useState(false);
  const entries = inOrder(object);
  const shown = entries.filter(([, value]) => showsAll || !isEmpty(value));
  const hidden = entries.length - shown.length;
  return (
    <>
      <dl className="fields">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {isNested(value) && !isEmpty(value) ? (
                <Json of={value} />
              ) : (
                <Value of={isNested(value) ? null : value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && (
        <button type="button" className="more" onClick={() => setShowsAll(true)}>
          Show {hidden} empty {hidden === 1 ? "field" : "fields"}
        </button>
      )}
    </>
  );
}
