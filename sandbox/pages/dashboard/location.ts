import { useSyncExternalStore } from "react";

/** The page's own address is after the `#`: `/tokens`, `/tokens/tok_…`, `/customers?search=ada`. */
function subscribe(onChange: () => void) {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

export function useLocation() {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const [path = "", query = ""] = hash.slice(1).split("?");
  const [view = "", id] = path.split("/").filter(Boolean);
  return {
    view: view || "customers",
    id: id && decodeURIComponent(id),
    search: new URLSearchParams(query).get("search") ?? "",
  };
}

export const hrefOf = (view: string, id?: string) => `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}`;

/** Replaces the search in the address without a new step in the history. */
export function replaceSearch(view: string, search: string) {
  const query = search ? `?${new URLSearchParams({ search })}` : "";
  history.replaceState(null, "", `#/${view}${query}`);
}
