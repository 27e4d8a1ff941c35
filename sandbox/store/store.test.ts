import { afterEach, beforeEach, expect, test } from "vitest";
import { createGroupCommit } from "./group-commit";
import { openStore, type Store } from "./store";

let store: Store;
beforeEach(async () => {
  store = await openStore(null);
});
afterEach(() => store.close());

const insert = (id: string, project_id = "proj_a") =>
  store.endpoints.insert({ id, project_id, url: "", events_whitelist: [], created_at: "" });
const ids = (range: Partial<Parameters<Store["endpoints"]["list"]>[2]> = {}, project = "proj_a") =>
  store.endpoints.list("project", project, { order: "desc", limit: 10, ...range }).map(({ id }) => id);

test("a list reads one index entry, newest or oldest first, from a cursor", () => {
  const rows = store.transaction(() => ["a", "b", "c", "d"].map((id) => insert(id)));
  store.transaction(() => insert("other", "proj_b"));
  expect(ids()).toEqual(["d", "c", "b", "a"]);
  expect(ids({ order: "asc", limit: 2 })).toEqual(["a", "b"]);
  expect(ids({ after: rows[2]?.seq })).toEqual(["b", "a"]);
  expect(ids({ order: "asc", after: rows[1]?.seq })).toEqual(["c", "d"]);
  expect(ids({}, "proj_b")).toEqual(["other"]);
  expect(store.endpoints.count("project", "proj_a")).toBe(4);
});

test("an index entry moves with the row's value and is removed with the row", () => {
  store.transaction(() => {
    const row = insert("a");
    store.endpoints.put({ ...row, project_id: "proj_b" });
    insert("b");
    store.endpoints.remove("b");
  });
  expect(ids()).toEqual([]);
  expect(ids({}, "proj_b")).toEqual(["a"]);
  expect(store.endpoints.count("project", "proj_a")).toBe(0);
});

test("a throw rolls back all writes, the counters included", () => {
  const failing = () =>
    store.transaction(() => {
      insert("a");
      throw new Error("no");
    });
  expect(failing).toThrow("no");
  expect(store.endpoints.get("a")).toBeUndefined();
  expect(store.endpoints.count("project", "proj_a")).toBe(0);
});

test("work that throws after writing does not fail the other work of its group", async () => {
  let tries = 0;
  const late = store.commit(() => {
    tries += 1;
    insert("late");
    throw new Error("late");
  });
  const early = store.commit(() => {
    throw new Error("early");
  });
  const good = store.commit(() => insert("good").id);
  await expect(early).rejects.toThrow("early");
  await expect(late).rejects.toThrow("late");
  expect(await good).toBe("good");
  expect(tries).toBe(2);
  expect(ids()).toEqual(["good"]);
  expect(store.endpoints.count("project", "proj_a")).toBe(1);
});

test("work is rejected when its commit fails", async () => {
  const commit = createGroupCommit({ writes: () => 0 }, (work) => {
    work();
    throw new Error("The disk is full.");
  });
  await expect(commit(() => "done")).rejects.toThrow("The disk is full.");
});

test("due jobs are taken in the order they fall due", () => {
  store.transaction(() => {
    store.due.push({ kind: "b", subject: "", due_ms: 200 });
    store.due.push({ kind: "a", subject: "", due_ms: 100 });
  });
  expect(store.due.nextMs()).toBe(100);
  const pop = (now: number) => store.transaction(() => store.due.pop(now)?.kind);
  expect([pop(150), pop(150), pop(200), pop(999)]).toEqual(["a", undefined, "b", undefined]);
});

test("get returns undefined for ids that LMDB could not store", () => {
  for (const id of ["", "x".repeat(5000), "a\u0000b"]) expect(store.customers.get(id)).toBeUndefined();
});
