import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SHOP } from "./shop-identity";

const CODE = ["app", "components", "lib", "prisma", "sandbox", "scripts", "e2e", "tests"].filter((folder) =>
  existsSync(folder),
);
const NOT_SOURCE = /(^|\/)(node_modules|generated|\.[^/]+)(\/|$)/;
/** The identity itself, the art, and the storefront's marketing text. */
const MAY_NAME_THE_SHOP =
  /^(lib\/platform\/shop-identity|app\/icon\.svg|components\/(brand|shop)\/|lib\/shop\/catalogue\/)/;

test("outside the storefront's text and art only the identity names the shop", () => {
  const name = new RegExp(SHOP.shortName, "i");
  const files = CODE.flatMap(listFiles).filter((file) => !MAY_NAME_THE_SHOP.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => name.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("the colours of e-mails and of the browser's frame are those of the style sheet", () => {
  const [light = "", dark = ""] = readFileSync("app/brand.css", "utf8").split(
    "@media (prefers-color-scheme: dark)",
  );
  const { paperInDark, ...inLight } = SHOP.colors;
  expect(colorIn(dark, "paper")).toBe(paperInDark);
  const tokens = Object.keys(inLight).map((key) => [key, colorIn(light, toToken(key))]);
  expect(Object.fromEntries(tokens)).toEqual(inLight);
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (NOT_SOURCE.test(file)) return [];
    if (entry.isDirectory()) return listFiles(file);
    return /\.(tsx?|css|mjs|cjs|js|prisma|sql|json)$/.test(entry.name) ? [file] : [];
  });
}

const colorIn = (css: string, token: string) => new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(css)?.[1];
const toToken = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
