import { notFound } from "next/navigation";
import { isDemo } from "@/lib/demo/register";

/** For pages and actions of the demo: outside the demo they are not found. */
export function requireDemo(): void {
  if (!isDemo()) notFound();
}
