/**
 * Template tag for request paths: path`/customers/${id}/tokens/${token}`. Every interpolated part is percent
 * encoded, so an id cannot add a segment or a query. An empty part, `.` and `..` throw a TypeError, because URL
 * parsers resolve them even when encoded.
 */
export function path(literals: TemplateStringsArray, ...parts: string[]): string {
  return literals.reduce((built, literal, index) => built + segment(parts[index - 1]) + literal);
}

function segment(part: string | undefined): string {
  if (part === undefined || part === "" || part === "." || part === "..") {
    throw new TypeError("A ProcessOut id in a path must not be empty, '.' or '..'");
  }
  return encodeURIComponent(part);
}
