import { useCallback, useEffect, useRef, useState } from "react";
import { control, type Page, type Row } from "./control";
import { kinds } from "./kinds";
import { hrefOf, replaceSearch } from "./location";
import { Notice } from "./notice";
import { SearchBox } from "./search-box";
import { Table } from "./table";

const SEARCH_AFTER_MS = 150;
const SCREENFUL = 25;

export function ObjectList({ view, initialSearch }: { view: string; initialSearch: string }) {
  const kind = kinds[view];
  const [search, setSearch] = useState(initialSearch);
  const [rows, setRows] = useState<Row[]>([]);
  const [page, setPage] = useState<{ next: string | null; total: number }>();
  const [error, setError] = useState("");
  const wanted = useRef(0);

  const load = useCallback(
    async (startAfter?: string) => {
      wanted.current += 1;
      const mine = wanted.current;
      let cursor = startAfter;
      let found = 0;
      try {
        do {
          const query = new URLSearchParams({ search, ...(cursor ? { start_after: cursor } : {}) });
          const { objects, next, total } = await control.get<Page>(`objects/${view}?${query}`);
          if (mine !== wanted.current) return;
          const isFirst = cursor === undefined;
          setRows((known) => (isFirst ? objects : [...known, ...objects]));
          setPage({ next, total });
          setError("");
          found += objects.length;
          cursor = next ?? undefined;
          // A long search is answered in parts: load until the screen is full.
        } while (search && cursor && found < SCREENFUL);
      } catch (failure) {
        if (mine === wanted.current) setError((failure as Error).message);
      }
    },
    [view, search],
  );

  useEffect(() => {
    replaceSearch(view, search);
    const timer = setTimeout(() => load(), search ? SEARCH_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [load, view, search]);

  if (!kind) return <Notice>There is no such view.</Notice>;
  const open = (row: Row) => {
    location.hash = hrefOf(view, row.id);
  };
  return (
    <>
      <header className="bar">
        <h1>{kind.title}</h1>
        {page && <span className="count">{page.total.toLocaleString("en")}</span>}
        <SearchBox value={search} hint={kind.hint} onChange={setSearch} />
        <button type="button" onClick={() => load()}>
          Refresh
        </button>
      </header>
      {error && <Notice tone="bad">{error}</Notice>}
      {rows.length > 0 && <Table columns={kind.columns} rows={rows} label={kind.title} onOpen={open} />}
      {page && rows.length === 0 && (
        <Notice>{search ? "No matches so far." : `No ${kind.title.toLowerCase()} yet.`}</Notice>
      )}
      {page?.next && (
        <button type="button" className="more" onClick={() => load(page.next ?? undefined)}>
          {search ? "Search further" : "Show more"}
        </button>
      )}
    </>
  );
}
