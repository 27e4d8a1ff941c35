import { describe, expect, it } from "vitest";
import { UnavailableError } from "./errors";
import type { Token } from "./index";
import { ok, refused, startServer, token } from "./test-server";

const page = (ids: string[] | null, has_more: boolean) =>
  ok({ tokens: ids?.map((id) => ({ ...token, id })) ?? null, has_more, count: 0, limit: 2, total_count: 1 });

async function collect(list: AsyncIterable<Token>) {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
}

describe("a list", () => {
  it("a list continues after the last item of each page until there are no more", async () => {
    await using server = await startServer(
      page(["a", "b"], true),
      page(["c", "d"], true),
      page(["e"], false),
    );
    const ids = await collect(
      server.client().tokens.list("cust_1", { pageSize: 2, order: "asc", expand: ["card"] }),
    );
    expect(ids).toEqual(["a", "b", "c", "d", "e"]);
    expect(server.received.map(({ url }) => url)).toEqual([
      "/customers/cust_1/tokens?limit=2&order=asc&expand=card",
      "/customers/cust_1/tokens?limit=2&order=asc&start_after=b&expand=card",
      "/customers/cust_1/tokens?limit=2&order=asc&start_after=d&expand=card",
    ]);
  });

  it("the next page is fetched only when it is needed", async () => {
    await using server = await startServer(page(["a", "b"], true));
    for await (const { id } of server.client().tokens.list("cust_1")) if (id === "b") break;
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.url).toBe("/customers/cust_1/tokens?limit=100");
  });

  it.each([[], null])("a list of %j is empty", async (ids) => {
    await using server = await startServer(page(ids, false));
    expect(await collect(server.client().tokens.list("cust_1"))).toEqual([]);
  });

  it("a page that failed is retried", async () => {
    await using server = await startServer(page(["a"], true), refused(500), page(["b"], false));
    expect(await collect(server.client().tokens.list("cust_1"))).toEqual(["a", "b"]);
  });

  it.each([
    ["does not say whether there is more", ok({ tokens: [token] })],
    ["has no array", ok({ has_more: false })],
    ["holds something else", ok({ has_more: false, tokens: [{ id: "x" }] })],
    ["promises more and gives none", page([], true)],
    ["promises more and gives null", page(null, true)],
  ])("a list that %s is an error", async (_name, answer) => {
    await using server = await startServer(answer);
    await expect(collect(server.client().tokens.list("cust_1"))).rejects.toBeInstanceOf(UnavailableError);
  });

  it("a list whose cursor repeats is an error", async () => {
    await using server = await startServer(page(["a"], true), page(["b"], true), page(["a"], true));
    await expect(collect(server.client().tokens.list("cust_1"))).rejects.toThrow("did not advance");
  });
});
