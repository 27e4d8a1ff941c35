/** What staff search for: a ProcessOut id, an order number, or words of a name or an e-mail address. */
export type SearchQuery =
  | { kind: "everything" }
  | { kind: "id"; id: string; prefix: string }
  | { kind: "order"; number: number }
  | { kind: "words"; words: string };

/** Parses the search field. ProcessOut ids are case-sensitive; the label of an order is not. */
export function parseSearch(search: string): SearchQuery {
  const text = search.trim().slice(0, 120);
  if (text === "") return { kind: "everything" };
  const id = /^(cust|tok|card|iv|tr|refd)_[A-Za-z0-9]+$/.exec(text);
  if (id) return { kind: "id", id: text, prefix: `${id[1]}` };
  const order = /^hc-?(\d{5,9})$/i.exec(text);
  if (order) return { kind: "order", number: Number(order[1]) - 10_000 };
  return { kind: "words", words: text };
}
