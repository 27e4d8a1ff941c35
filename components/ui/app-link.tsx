import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { framesAnyBank } from "@/lib/platform/content-security-policy";

export type AppLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

/**
 * A link inside the app. A content security policy belongs to the document, and a page that may open a bank's
 * frame has a looser one, so such a page is loaded as a document of its own instead of swapped in.
 */
export function AppLink({ href, ...rest }: AppLinkProps) {
  const path = href.split(/[?#]/)[0] ?? href;
  const isDocument = framesAnyBank(path) || path.startsWith("/api/") || !href.startsWith("/");
  return isDocument ? <a href={href} {...rest} /> : <Link href={href as Route} {...rest} />;
}
