import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../index";
import { type Caller, createCaller, part } from "../test-support/caller";

let sandbox: Sandbox;
let call: Caller;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

/** Five customers in an environment of their own, oldest first. */
async function fiveCustomers(): Promise<string[]> {
  const environment = (await createCaller(sandbox.url)("POST", "/_sandbox/projects", {})).body;
  call = createCaller(sandbox.url, {
    projectId: String(environment.project_id),
    key: String(environment.private_key),
  });
  const ids: string[] = [];
  for (let made = 0; made < 5; made++) ids.push(part(await call("POST", "/customers", {}), "customer").id);
  return ids;
}

const page = async (query: string) => {
  const { body } = await call("GET", `/customers?${query}`);
  return { ids: (body.customers as { id: string }[]).map(({ id }) => id), more: body.has_more };
};
const remove = (id: string | undefined) => call("DELETE", `/customers/${id}`);

test("a page holds the rows nearest after or before the cursor", async () => {
  const [a, b, c, d, e] = await fiveCustomers();
  expect(await page(`start_after=${d}&limit=2`)).toEqual({ ids: [c, b], more: true });
  expect(await page(`end_before=${b}&limit=2`)).toEqual({ ids: [d, c], more: true });
  expect(await page(`start_after=${b}&order=asc`)).toEqual({ ids: [c, d, e], more: false });
  expect(await page(`end_before=${c}&order=asc`)).toEqual({ ids: [a, b], more: false });
});

test("a client that deletes the rows it has read sees every customer once", async () => {
  const made = await fiveCustomers();
  const met: string[] = [];
  let more = true;
  while (more) {
    const read = await page(`limit=2&start_after=${met.at(-1) ?? ""}`);
    for (const id of read.ids) await remove(id);
    met.push(...read.ids);
    more = read.more === true;
  }
  expect(met).toEqual(made.toReversed());
});

test("a deleted row remains usable as a cursor in both directions and orders", async () => {
  const [a, b, c, d, e] = await fiveCustomers();
  await remove(c);
  expect((await page(`start_after=${c}`)).ids).toEqual([b, a]);
  expect((await page(`end_before=${c}`)).ids).toEqual([e, d]);
  expect((await page(`start_after=${c}&order=asc`)).ids).toEqual([d, e]);
});

test("a cursor follows a customer id that is deleted and created again", async () => {
  await fiveCustomers();
  const create = () => call("POST", "/customers", { id: "shopper-1" });
  await create();
  await remove("shopper-1");
  expect((await page("start_after=shopper-1&limit=1")).more).toBe(true);
  await create();
  expect((await page("end_before=shopper-1")).ids).toEqual([]);
});

test.each(["nonsense", "cust_00000000000000000000000000000000", "%00", "x".repeat(400)])(
  "a cursor that never was on the list is refused: %s",
  async (cursor) => {
    await fiveCustomers();
    expect(await call("GET", `/customers?start_after=${cursor}`)).toMatchObject({
      status: 400,
      error: "request.pagination.invalid",
    });
  },
);

test("a row deleted from another list is refused as a cursor", async () => {
  const [one, other] = await fiveCustomers();
  const token = part(await call("POST", `/customers/${other}/tokens`, {}), "token").id;
  await call("DELETE", `/customers/${other}/tokens/${token}`);
  const list = (customer: string | undefined, cursor: string) =>
    call("GET", `/customers/${customer}/tokens?start_after=${cursor}`);
  expect((await list(other, token)).status).toBe(200);
  expect((await list(one, token)).status).toBe(400);

  await remove(one);
  await fiveCustomers();
  expect((await call("GET", `/customers?start_after=${one}`)).status).toBe(400);
});
