import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { cookieName, csrfCookieName, sessionCookieName } from "@/lib/auth/cookies";
import { RENDERED_FOR } from "@/lib/platform/form-state";
import type { RawRequest } from "./raw-requests";

// Requests that no page of ours sends, for every route and action of the build.

type Body = Pick<RawRequest, "headers" | "body" | "name">;
export const METHODS = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PROPFIND", "SEARCH", "TRACE"];

export const WRONG_TEXTS = [
  ...["\u0000", "a\u0000b", "\u001b[31m", "\u202e", "-1", "1.5", "1e999", "NaN", "99999999999999999999"],
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "'; --", "../../etc", "%", "x".repeat(5000)],
];

const PARAMETERS = [
  "page",
  "q",
  "state",
  "callbackUrl",
  "error",
  "to",
  "added",
  "slug",
  "size",
  "plan",
  "quantity",
];

/** Queries as a browser would send them, and some that are not valid percent-encoding. */
export const WRONG_QUERIES = [
  ...WRONG_TEXTS.map((text) => new URLSearchParams(PARAMETERS.map((name) => [name, text])).toString()),
  ...["%", "q=%E0%A4%A", "q=%ff", "page=1&page=2", "q[]=1", "q=1&q=2&state=1&state=2", "__proto__=1", "&&&="],
];

const COOKIES = () => [
  ...[sessionCookieName(), csrfCookieName(), "next-auth.callback-url", "next-auth.session-token"],
  ...["cart", "currency"].map(cookieName),
];
const SEALED = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";

/** Each in every cookie that the app reads. A cookie's bytes are whatever the client sends. */
export const listWrongCookies = () =>
  [
    ...["", "|", "%", "%00", "%E0%A4%A", "a|b", "constructor", "__proto__", "[]", "{}", SEALED],
    ...["é".repeat(64), `${"a".repeat(64)}|${"é".repeat(64)}`, "x".repeat(3000)],
  ].map((value) =>
    COOKIES()
      .map((name) => `${name}=${value}`)
      .join("; "),
  );

export const WRONG_HEADERS: Record<string, string>[] = [
  { Authorization: "Bearer" },
  { Authorization: `Bearer ${SEALED}` },
  { Authorization: "Bearer é" },
  { Cookie: "=; ;;; =x; __proto__=1" },
  { Origin: "null" },
  { Origin: "not a url" },
  { "X-Forwarded-For": "é, ,," },
  ...["", "%", "null", "[]", "%5B%22%22%2C1%5D"].flatMap((state): Record<string, string>[] => [
    { RSC: "1", "Next-Router-State-Tree": state },
    { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-State-Tree": state },
  ]),
  { RSC: "é", "Next-Router-Prefetch": "é", "Next-Router-Segment-Prefetch": "é", "Next-Url": "é" },
  { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree", "Next-Url": "http://[" },
  { "Next-Action": "é" },
  { "Next-Html-Request-Id": "é", "X-Nextjs-Data": "1", "X-Middleware-Prefetch": "1" },
  { Range: "bytes=9-1", "If-None-Match": "é", "If-Modified-Since": "never", Expect: "200-ok" },
];

const multipart = (fields: (readonly [name: string, value: string])[]): Body => ({
  headers: { "Content-Type": "multipart/form-data; boundary=edge" },
  body: `${fields
    .map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("")}--edge--\r\n`,
});
const text = (body: string, contentType = "text/plain;charset=UTF-8"): Body => ({
  headers: { "Content-Type": contentType },
  body,
});

const DEEP = "[".repeat(20_000) + "]".repeat(20_000);

/** What React encodes as text: numbered parts, and strings that begin with `$` for everything that is not JSON. */
const REPLIES = [
  ...["", "{", "[", "null", "1", '"x"', "[]", "[null]", "[1]", "[[]]", "[{}]", '["$undefined"]', DEEP],
  ...[
    "$0",
    "$@0",
    "$1",
    "$@1",
    "$F1",
    "$h1",
    "$Q1",
    "$W0",
    "$B1",
    "$K1",
    "$D",
    "$Dx",
    "$i0",
    "$r1",
    "$T",
  ].map((reference) => JSON.stringify([reference])),
  ...[
    `$n${"9".repeat(400)}`,
    "$0:constructor:constructor",
    "$1:__proto__:then",
    "$-Infinity",
    "$S\u0000",
  ].map((reference) => JSON.stringify([reference, { a: reference }])),
];

/** Arguments that React cannot decode. The decoder is the framework's, the same for every action. */
export const WRONG_REPLIES: Body[] = [
  ...REPLIES.map((reply) => ({ ...text(reply), name: `text ${reply.slice(0, 40)}` })),
  ...REPLIES.map((reply) => ({ ...multipart([["0", reply]]), name: `part ${reply.slice(0, 40)}` })),
];

export const WRONG_BODIES: Body[] = [
  { ...text(DEEP, "application/json"), name: "deep JSON" },
  { ...text("{", "application/json"), name: "half JSON" },
  { ...text("a=%E0%A4%A&__proto__=1&a=2", "application/x-www-form-urlencoded"), name: "form" },
  { ...text("x", "multipart/form-data"), name: "no boundary" },
  { ...text("--edge\r\nContent-Dis", "multipart/form-data; boundary=edge"), name: "half a part" },
  { ...text("x", "é"), name: "no content type" },
  { ...multipart(Array.from({ length: 5_000 }, (_, part) => [`${part}`, "1"])), name: "5,000 parts" },
  { ...text("x".repeat(3_000_000)), name: "3 MB" },
  { body: "[1]", headers: { "Transfer-Encoding": "chunked" }, name: "chunked" },
];

/** Arguments that are nearly right: every field that any schema of ours names, each with the same wrong value. */
export function wrongArguments(action: string): Body[] {
  const values = ["a\u0000", "\ud800", "constructor", "x".repeat(400)];
  const texts = values.flatMap((value) => {
    const fields = fieldNames().map((name) => [name, value] as const);
    const flat = Object.fromEntries(fields);
    const nested = {
      ...flat,
      contact: flat,
      offer: { ...flat, planId: "monthly", quantity: 1, currency: "EUR" },
      payWith: { kind: "saved", id: value },
    };
    const unsaved = { kind: "new", cardId: "card_12345678", save: true, consent: value };
    return [
      text(JSON.stringify([nested])),
      text(JSON.stringify([nested.offer, nested, nested])),
      text(JSON.stringify([{ ...nested, payWith: unsaved, code: value, makeDefault: true }])),
      multipart([
        ["0", '[{"status":"idle"},"$K1"]'],
        ...fields.map(([name, field]) => [`_1_${name}`, field] as const),
      ]),
      multipart([[`$ACTION_ID_${action}`, ""], ...fields]),
    ];
  });
  const others = [null, -1.5, [{}]].map((value) =>
    text(JSON.stringify([Object.fromEntries(fieldNames().map((name) => [name, value]))])),
  );
  return [...texts, ...others].map((body) => ({ ...body, name: String(body.body).slice(0, 60) }));
}

/** The words of all schemas that actions validate with, as they stand in the source. Too many do no harm. */
const fieldNames = memoize(() => {
  const files = ["app", "lib"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /(actions|schema|checkout)\.ts$/.test(file));
  const words = files.flatMap(
    (file) => readFileSync(file, "utf8").match(/\b[a-z]\w{1,20}\b(?=\??:|,| \})/g) ?? [],
  );
  // With another account's id an action refuses before it looks at its arguments.
  return [...new Set(words)].filter((word) => word !== RENDERED_FOR);
});

function memoize<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
