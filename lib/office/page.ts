import type { Page } from "./screens";

const SIZE = 25;

/** For a query: one row more than a page shows, which tells whether another page follows without a count. */
export const skipTake = (page: number) => ({ skip: (page - 1) * SIZE, take: SIZE + 1 });

export const toPage = <Row>(rows: Row[], page: number): Page<Row> => {
  return { rows: rows.slice(0, SIZE), page, hasMore: rows.length > SIZE };
};
