import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/*
 * A browser that translates a page replaces each text node by a <font>. React keeps the node it made, and throws when it
 * removes that node or inserts an element before it. It makes no such call for text that is its element's only child.
 * Translators leave white space alone.
 * So text is alone in its element when it comes and goes, and when a sibling comes and goes.
 */

const screens = ["app", "components", "lib/demo"].filter(existsSync).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => path.join(folder, name)),
);

test("text is alone in its element where it or a sibling comes and goes", () => {
  expect(screens.flatMap((file) => findTextAtRisk(file, readFileSync(file, "utf8")))).toEqual([]);
});

describe("text at risk is", () => {
  test.each([
    ["before an element that comes and goes", "<p>Paid {isLate && <b>late</b>}</p>"],
    ["after one", "<button>{isBusy && <i />}{label}</button>"],
    ["beside a list", "<p>{names.map((name) => <b key={name} />)} and more</p>"],
    ["beside an element that is replaced by another", "<p>{isOpen ? <b /> : <i />} on Monday</p>"],
    ["text that comes and goes beside an element", '<p><b />{isLate && "late"}</p>'],
    ["beside an icon that may be replaced", "<span><Icon /> Verified</span>"],
    ["text in a fragment", "<>late <b /></>"],
    ["in an element that takes another's place", "<p>{isOpen ? <b>On <i /></b> : <b>never</b>}</p>"],
  ])("%s", (_, source) => {
    expect(findTextAtRisk("planted.tsx", `const screen = ${source};`)).toHaveLength(1);
  });

  test.each([
    ["in an element of its own", "<p><span>Paid</span>{isLate && <b>late</b>}</p>"],
    ["the only child, and comes and goes", '<p>{isLate && "late"}</p>'],
    ["in an element with a key", '<p>{isOpen ? <b key="open">On <i /></b> : <b>never</b>}</p>'],
    ["beside an element that stays", "<p>{amount} <b>each</b></p>"],
  ])("not text that is %s", (_, source) => {
    expect(findTextAtRisk("planted.tsx", `const screen = ${source};`)).toEqual([]);
  });
});

type Kind = "text" | "changing-text" | "element" | "changing-element" | "nothing";

function findTextAtRisk(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  function visit(node: ts.Node) {
    if (isRisky(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  }
  visit(tree);
  return found;
}

function isRisky(node: ts.Node): boolean {
  if (ts.isJsxElement(node)) return isAtRisk(node.children);
  return ts.isConditionalExpression(node) ? isReused(node) : ts.isJsxFragment(node) && hasText(node);
}

/** One of two elements with the same tag and no key of their own: React keeps the element and exchanges what is in it. */
function isReused({ whenTrue, whenFalse }: ts.ConditionalExpression): boolean {
  const branches = [whenTrue, whenFalse].map(withoutParentheses);
  const elements = branches.filter(ts.isJsxElement);
  const [one, other] = elements.map(({ openingElement }) => openingElement);
  if (!one || !other || one.tagName.getText() !== other.tagName.getText()) return false;
  const hasKey = [one, other].some(({ attributes }) => /\bkey=/.test(attributes.getText()));
  return !hasKey && elements.some(({ children }) => isMixed(children));
}

function isMixed(children: readonly ts.JsxChild[]): boolean {
  const shown = children.flatMap(kindsOf).filter((kind) => kind !== "nothing");
  return shown.length > 1 && shown.some((kind) => kind.endsWith("text"));
}

const withoutParentheses = (value: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(value) ? withoutParentheses(value.expression) : value;

/** A fragment is no element: its text has the siblings of whatever it is put into. */
const hasText = ({ children }: ts.JsxFragment) =>
  children.flatMap(kindsOf).some((kind) => kind.endsWith("text"));

function isAtRisk(children: readonly ts.JsxChild[]): boolean {
  const shown = children.map(kindsOf).filter((kinds) => kinds.some((kind) => kind !== "nothing"));
  const kinds = new Set(shown.flat());
  if (shown.length === 1) return false;
  return kinds.has("changing-text") || (kinds.has("text") && kinds.has("changing-element"));
}

function kindsOf(child: ts.JsxChild): Kind[] {
  if (ts.isJsxText(child)) return [child.text.trim() ? "text" : "nothing"];
  // By convention `Icon` is a variable: another component takes its place when what it stands for changes.
  if (ts.isJsxSelfClosingElement(child) && child.tagName.getText() === "Icon") return ["changing-element"];
  if (!ts.isJsxExpression(child)) return ["element"];
  return child.expression ? kindsOfValue(child.expression) : ["nothing"];
}

/** What an expression renders. A name or a call may be text. */
function kindsOfValue(value: ts.Expression): Kind[] {
  if (ts.isParenthesizedExpression(value)) return kindsOfValue(value.expression);
  if (ts.isJsxElement(value) || ts.isJsxSelfClosingElement(value)) return ["element"];
  if (ts.isJsxFragment(value)) return value.children.flatMap(kindsOf);
  if (value.kind === ts.SyntaxKind.NullKeyword || /^["'\s]*$/.test(value.getText())) return ["nothing"];
  // What a component is given: elements, by the convention that plain text has a prop of its own.
  if (/^children\b/.test(value.getText())) return ["element"];
  if (ts.isConditionalExpression(value)) {
    const branches = [kindsOfValue(value.whenTrue), kindsOfValue(value.whenFalse)];
    const isTextOnly = branches.every((kinds) => kinds.length === 1 && kinds[0] === "text");
    // Another text in the same node: React changes the node, and neither removes it nor inserts one.
    return isTextOnly ? ["text"] : branches.flat().map(changing);
  }
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return kindsOfValue(value.right).map(changing);
  }
  if (ts.isCallExpression(value) && /\.(map|flatMap)$/.test(value.expression.getText())) {
    return ["changing-element"];
  }
  return ["text"];
}

const changing = (kind: Kind): Kind => {
  if (kind === "text") return "changing-text";
  return kind === "element" ? "changing-element" : kind;
};
