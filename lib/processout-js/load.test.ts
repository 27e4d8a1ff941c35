import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeClient } from "./fake-script";
import { loadProcessOut } from "./load";

type Tag = { src: string; nonce: string; async: boolean; onload(): void; onerror(): void; remove(): void };

let tags: Tag[];
let nonced: { nonce: string } | null;
let projects: string[];
let url: string;
let counter = 0;

class Client extends FakeClient {
  constructor(projectId: string) {
    super();
    if (!projectId) throw { code: "processout-js.missing-project-id" };
    projects.push(projectId);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  tags = [];
  nonced = null;
  projects = [];
  url = `https://js.test/${counter++}/processout.js`;
  vi.stubGlobal("document", {
    createElement: () => {
      const remove = () => {
        tags = tags.filter((other) => other !== tag);
      };
      const tag = { remove } as Tag;
      return tag;
    },
    querySelector: () => nonced,
    head: { append: (tag: Tag) => tags.push(tag) },
  });
  vi.stubGlobal("ProcessOut", { ProcessOut: Client });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("many calls add one script tag and create one client", async () => {
  const both = Promise.all([loadProcessOut(url, "test-proj_1"), loadProcessOut(url, "test-proj_1")]);
  expect(tags.map(({ src }) => src)).toEqual([url]);
  tags[0]?.onload();
  const [one, other] = await both;
  expect(one).toBe(other);
  expect(await loadProcessOut(url, "test-proj_1")).toBe(one);
  expect(await loadProcessOut(url, "test-proj_2")).not.toBe(one);
  expect(projects).toEqual(["test-proj_1", "test-proj_2"]);
  expect(tags).toHaveLength(1);
});

it("the tag has the given nonce, else the page's own, else none", () => {
  void loadProcessOut(url, "p", { nonce: "given" });
  nonced = { nonce: "page" };
  void loadProcessOut(`${url}?2`, "p");
  nonced = null;
  void loadProcessOut(`${url}?3`, "p");
  expect(tags.map(({ nonce }) => nonce)).toEqual(["given", "page", ""]);
});

it.each([
  ["cannot be fetched", () => tags[0]?.onerror()],
  ["takes too long", () => vi.advanceTimersByTime(15_000)],
  [
    "is something else",
    () => {
      vi.stubGlobal("ProcessOut", undefined);
      tags[0]?.onload();
      vi.stubGlobal("ProcessOut", { ProcessOut: Client });
    },
  ],
])("loading fails when the script %s, removes its tag, and can be tried again", async (_name, fail) => {
  const failing = loadProcessOut(url, "p");
  fail();
  await expect(failing).rejects.toMatchObject({ code: "processout-js.script-failed", kind: "network" });
  expect(tags).toHaveLength(0);
  const again = loadProcessOut(url, "p");
  expect(tags).toHaveLength(1);
  tags[0]?.onload();
  await expect(again).resolves.toBeInstanceOf(Client);
  expect(vi.getTimerCount()).toBe(0);
});

it("a script that throws rejects with its own code, and its tag stays", async () => {
  const refused = loadProcessOut(url, "");
  tags[0]?.onload();
  await expect(refused).rejects.toMatchObject({ code: "processout-js.missing-project-id", kind: "setup" });
  expect(tags).toHaveLength(1);
});
