type Branch<T> = {
  children: Map<string, Branch<T>>;
  parameter?: { name: string; branch: Branch<T> };
  handlers: Map<string, T>;
  rest: Map<string, T>;
};

export type Match<T> = { found: T; path: Record<string, string> };
export type Router<T> = { match(method: string, path: string): Match<T> | undefined };

/** Finds a route by walking its path segment by segment; a literal segment wins over a parameter. */
export function createRouter<T extends { method: string; path: string }>(routes: readonly T[]): Router<T> {
  const root = emptyBranch<T>();
  for (const route of routes) insert(root, route);
  return {
    match(method, path) {
      const segments = path.split("/").slice(1);
      if (segments.at(-1) === "") segments.pop();
      return walk(root, segments, 0, method, {});
    },
  };
}

const emptyBranch = <T>(): Branch<T> => ({ children: new Map(), handlers: new Map(), rest: new Map() });

function insert<T extends { method: string; path: string }>(root: Branch<T>, route: T) {
  let branch = root;
  for (const segment of route.path.split("/").slice(1)) {
    if (segment === "") continue;
    if (segment === "*") {
      branch.rest.set(route.method, route);
      return;
    }
    if (segment.startsWith(":")) {
      branch.parameter ??= { name: segment.slice(1), branch: emptyBranch() };
      branch = branch.parameter.branch;
    } else {
      const next = branch.children.get(segment) ?? emptyBranch<T>();
      branch.children.set(segment, next);
      branch = next;
    }
  }
  branch.handlers.set(route.method, route);
}

function walk<T>(
  branch: Branch<T>,
  segments: string[],
  depth: number,
  method: string,
  path: Record<string, string>,
): Match<T> | undefined {
  const segment = segments[depth];
  if (segment === undefined) {
    const found = branch.handlers.get(method);
    if (found) return { found, path };
  } else {
    const child = branch.children.get(segment);
    const match = child && walk(child, segments, depth + 1, method, path);
    if (match) return match;
    const value = segment === "" ? undefined : decode(segment);
    if (branch.parameter && value !== undefined) {
      const { name, branch: inner } = branch.parameter;
      const match = walk(inner, segments, depth + 1, method, { ...path, [name]: value });
      if (match) return match;
    }
  }
  const rest = branch.rest.get(method);
  return rest && { found: rest, path: { ...path, rest: segments.slice(depth).join("/") } };
}

function decode(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
