import path from "node:path";
import ts from "typescript";

/*
 * Finds the entry points of the velocity limit: a page, a route or a server action from which the code reaches a call of the API
 * client after which a bank may be asked about a card. Follows each name, as the type checker resolves it, from one
 * top-level declaration to the next. What is mentioned counts as called, except a server action: it is an entry point of its own.
 */

/** The calls of the client after which a bank may be asked: at once, or by the browser with the public key. */
export const ASKING = [
  ...["tokens.create", "tokens.update"],
  ...["invoices.create", "invoices.authorize", "invoices.capture", "invoices.authenticate"],
];

/** A page, route or action, as `file#name`. */
export type EntryPoint = {
  entryPoint: string;
  /** The functions that ask, as `file#name`. */
  asks: string[];
  /**
   * The limit counts before each of them. A job that asks is not called but woken, after a write that another function made
   * for it: that function has to be limited.
   */
  isLimited: boolean;
};

export type Rules = {
  /** The function that counts an attempt, as `file#name`. */
  limit: string;
  /** Functions of which it was decided that their calls ask no bank, as `file#name`. */
  harmless: string[];
  /** Folders of pages and actions that no shopper reaches. */
  closed: string[];
};

/** A top-level declaration. `steps` are the declarations that it names and the calls of the client, in order. */
type Unit = { id: string; file: string; node: ts.Node; steps: (Unit | string)[]; isJob: boolean };

export function findEntryPoints(program: ts.Program, { limit, harmless, closed }: Rules): EntryPoint[] {
  const units = readUnits(program);
  const asks = ({ id, steps }: Unit) => !harmless.includes(id) && steps.some(isAsking);
  const leadsToBank = (step: Unit | string) =>
    typeof step === "string" ? isAsking(step) : asksIn(step).length > 0;
  const asksIn = (unit: Unit) => reach(unit, () => false).filter(asks);
  const isLimited = ({ steps }: Unit) => {
    const counted = steps.findIndex((step) => typeof step !== "string" && step.id === limit);
    return counted >= 0 && !steps.slice(0, counted).some(leadsToBank);
  };

  const entries = units
    .filter(isCalledByNext)
    .filter(({ file }) => !closed.some((folder) => file.startsWith(folder)));
  return entries.flatMap((entry) => {
    const found = asksIn(entry);
    if (found.length === 0) return [];
    const past = reach(entry, (unit) => isLimited(unit) || unit.isJob);
    const isPassed = past.some((unit) => !isLimited(unit) && !unit.isJob && asks(unit));
    const wakes = past.some((unit) => unit.isJob && leadsToBank(unit));
    const isEntryLimited = !isPassed && (!wakes || past.some(isLimited));
    return { entryPoint: entry.id, asks: found.map(({ id }) => id).sort(), isLimited: isEntryLimited };
  });
}

const isAsking = (step: Unit | string) => typeof step === "string" && ASKING.includes(step);

/** The unit and all that it leads to, without what lies behind a unit at which `stops`. */
function reach(from: Unit, stops: (unit: Unit) => boolean): Unit[] {
  const found = new Set([from]);
  for (const unit of found) {
    if (stops(unit)) continue;
    for (const step of unit.steps) if (typeof step !== "string") found.add(step);
  }
  return [...found];
}

/** Exported by a page or a route, or a server action. */
function isCalledByNext({ file, node }: Unit): boolean {
  if (!file.startsWith("app/")) return false;
  const isFramework = /\/(page|layout|template|default|route|error|not-found)\.tsx?$/.test(file);
  return (isFramework || hasServerActions(node)) && isExported(node);
}

const hasServerActions = (node: ts.Node) => /^["']use server["']/.test(node.getSourceFile().text.trimStart());

function isExported(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) return true;
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return (
    ts.canHaveModifiers(statement) &&
    Boolean(ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
  );
}

function readUnits(program: ts.Program): Unit[] {
  const checker = program.getTypeChecker();
  const root = program.getCurrentDirectory();
  const units = new Map<ts.Node, Unit>();
  for (const source of program.getSourceFiles()) {
    const file = path.relative(root, source.fileName);
    if (!/^(app|lib|components)\//.test(file) || CLIENT.test(file) || source.isDeclarationFile) continue;
    for (const node of source.statements.flatMap(unitsOf)) {
      const name = ts.isExportDeclaration(node) ? node.getText() : (nameOf(node) ?? "default");
      const isJob = /\bsatisfies Job;?$/.test(node.getText());
      units.set(node, { id: `${file}#${name}`, file, node, steps: [], isJob });
    }
  }
  for (const unit of units.values()) {
    forEachName(unit.node, (name) => {
      const symbol = resolve(checker, name);
      for (const declaration of symbol?.declarations ?? []) {
        const call = callOf(path.relative(root, declaration.getSourceFile().fileName), name);
        const used = units.get(unitAround(declaration));
        if (call) unit.steps.push(call);
        if (used && used !== unit && !isHandedOver(unit, used)) unit.steps.push(used);
      }
    });
  }
  return [...units.values()];
}

/** A server action of another file: a page gives it to the browser. */
const isHandedOver = (by: Unit, used: Unit) =>
  by.file !== used.file && hasServerActions(used.node) && isExported(used.node);

const CLIENT = /^lib\/processout\/(\w+)\.ts$/;

/** "tokens.create", of a name that is declared in a file of the client. */
const callOf = (file: string, { text }: ts.Identifier) => {
  const resource = CLIENT.exec(file)?.[1];
  return resource && `${resource}.${text}`;
};

const unitsOf = (statement: ts.Statement): ts.Node[] =>
  ts.isVariableStatement(statement)
    ? [...statement.declarationList.declarations]
    : ts.isImportDeclaration(statement)
      ? []
      : [statement];

const nameOf = (node: ts.Node) =>
  (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableDeclaration(node)) &&
  node.name
    ? node.name.getText()
    : undefined;

function unitAround(node: ts.Node): ts.Node {
  const isTop = ts.isSourceFile(node.parent ?? node);
  const isTopVariable = ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
  return isTop || isTopVariable ? node : unitAround(node.parent);
}

/** Calls `visit` with the names in a node, in order, and leaves types alone. */
function forEachName(node: ts.Node, visit: (name: ts.Identifier) => void): void {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
  if (ts.isIdentifier(node)) visit(node);
  ts.forEachChild(node, (child) => forEachName(child, visit));
}

const METHODS = new Set(ASKING.map((call) => call.split(".")[1]));

/**
 * What a name stands for, through imports and shorthand properties. Of the names after a dot only those are looked up that
 * may be a call that asks, or may belong to a module: the types of all others take minutes.
 */
function resolve(checker: ts.TypeChecker, name: ts.Identifier): ts.Symbol | undefined {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) {
    const isOfQuery = /^(db\(\)|tx)\./.test(parent.expression.getText());
    if (isOfQuery || !(METHODS.has(name.text) || ts.isIdentifier(parent.expression))) return undefined;
  }
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
