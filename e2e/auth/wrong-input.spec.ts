import { sessionCookieName } from "@/lib/auth/cookies";
import { expect, test } from "../../tests/support/fixtures";
import { fill, listActions, listRoutes, type RawRequest, sendAll } from "../../tests/support/raw-requests";
import { createUser, signIn } from "../../tests/support/users";
import {
  listWrongCookies,
  METHODS,
  WRONG_BODIES,
  WRONG_HEADERS,
  WRONG_QUERIES,
  WRONG_REPLIES,
  WRONG_TEXTS,
  wrongArguments,
} from "../../tests/support/wrong-input";

// Routes and actions are enumerated from the build, so a new one is tested without being named here.

test("wrong methods, addresses, cookies, headers and bodies are refused by every page and route, and break none @wild", async () => {
  const { cookie } = await signInStaff();
  const routes = listRoutes();
  expect(routes).toContain("/api/mobile/cards/[id]/finish");
  const requests = routes.flatMap((route, index): RawRequest[] => {
    const path = fill(route, "x");
    const texts = path === route ? [] : WRONG_TEXTS;
    return [
      ...spread(METHODS, index).map((method) => ({ path, method, headers: { cookie } })),
      ...texts.map((text) => ({ path: fill(route, encodeURIComponent(text)), headers: { cookie } })),
      ...spread(WRONG_QUERIES, index).map((query) => ({ path: `${path}?${query}`, headers: { cookie } })),
      ...spread(listWrongCookies(), index).map((wrong) => ({ path, headers: { cookie: wrong } })),
      ...spread(WRONG_HEADERS, index).map((headers) => ({ path, headers: { cookie, ...headers } })),
      ...spread(WRONG_BODIES, index).map((body) => ({
        path,
        method: "POST",
        ...body,
        headers: { cookie, ...body.headers },
      })),
    ];
  });
  expect(await sendAll(requests)).toEqual([]);
});

test("wrong and missing arguments are refused by every server action, and break none @wild", async () => {
  const actions = listActions();
  expect(actions.map(({ name }) => name)).toContain("cancelCard");
  const requests = actions.map(async ({ id, name: action, path }, index): Promise<RawRequest[]> => {
    // A user for each action: one of them ends all sessions of its caller.
    const { cookie } = await signInStaff();
    const undecodable = index === 0 ? [...WRONG_BODIES, ...WRONG_REPLIES] : [];
    return [...undecodable, ...wrongArguments(id)].map(({ name, headers, body }) => ({
      path,
      method: "POST",
      body,
      name: `${action} ${name}`,
      headers: { cookie, "Next-Action": id, ...headers },
    }));
  });
  expect(await sendAll((await Promise.all(requests)).flat())).toEqual([]);
});

/** Every fifth value, starting with another one for each route: all routes together meet each value several times. */
const spread = <Value>(values: readonly Value[], index: number) =>
  values.filter((_, position) => position % 5 === index % 5);

/** Staff are shoppers too: no page and no action is closed to them. */
async function signInStaff() {
  return { cookie: `${sessionCookieName()}=${await signIn(await createUser({ role: "staff" }))}` };
}
