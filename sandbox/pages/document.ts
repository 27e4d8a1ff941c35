import type { PageAnswer } from "../server/route";
import { type AssetName, assetPath } from "./assets";

type Page = {
  title: string;
  body: string;
  scripts?: AssetName[];
  styles?: AssetName[];
  /** Directives beside the strict default of this function. */
  policy?: Record<string, string>;
  status?: number;
};

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230a6b60'/%3E%3Cpath d='M3 6h10M3 9h4' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** An HTML answer with a content security policy of its own. Any site may frame it unless `policy` says otherwise. */
export async function renderPage({
  title,
  body,
  scripts = [],
  styles = [],
  policy,
  status,
}: Page): Promise<PageAnswer> {
  const directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    ...policy,
  };
  const scriptTags = await Promise.all(
    scripts.map(async (name) => `<script defer src="${await assetPath(name)}"></script>`),
  );
  const styleTags = await Promise.all(
    styles.map(async (name) => `<link rel="stylesheet" href="${await assetPath(name)}">`),
  );
  const content = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${icon}">
<title>${escapeHtml(title)}</title>
${[...styleTags, ...scriptTags].join("\n")}
</head>
<body>
${body}
</body>
</html>
`;
  const headers = {
    "Content-Security-Policy": Object.entries(directives)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
  return { status, content, headers };
}
