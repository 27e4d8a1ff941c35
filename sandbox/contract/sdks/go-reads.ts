import { expect } from "vitest";
import type { Wire } from "../../test-support/caller";
import { SHAPES } from "./go-shapes";

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const KINDS = {
  text: (value: unknown) => typeof value === "string",
  number: Number.isInteger,
  flag: (value: unknown) => typeof value === "boolean",
  date: (value: unknown) => typeof value === "string" && RFC_3339.test(value),
  map: (value: unknown) => isObject(value) && Object.values(value).every((text) => typeof text === "string"),
  texts: (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === "string"),
};

const isObject = (value: unknown): value is Wire =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything in an answer, its lists and what is expanded in it, has the type that the Go SDK gives it. */
export function assertGoReads(body: Wire) {
  for (const [key, value] of Object.entries(body)) {
    const shape = [key, key.replace(/s$/, "")].find((name) => name in SHAPES);
    if (shape) assertShape(value, shape, key);
  }
}

function assertShape(value: unknown, name: string, at: string): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertShape(item, name, `${at}[${index}]`);
    return;
  }
  expect(isObject(value), `${at} is an object`).toBe(true);
  const { inside = {}, ...kinds } = SHAPES[name] ?? {};
  const resource = value as Wire;
  for (const [kind, fields] of Object.entries(kinds)) {
    for (const field of fields) {
      const given = resource[field] ?? null;
      const isRight = given === null || KINDS[kind as keyof typeof KINDS](given);
      expect(isRight, `${at}.${field} is ${kind}, not ${JSON.stringify(given)}`).toBe(true);
    }
  }
  for (const [field, shape] of Object.entries(inside))
    assertShape(resource[field] ?? null, shape, `${at}.${field}`);
}
