/** The header in which `proxy.ts` tells a page its own path and query. It overwrites what a browser sends. */
export const PATH_HEADER = "x-halyard-path";
