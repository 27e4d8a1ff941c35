import { notFound } from "next/navigation";
import { env } from "@/lib/platform/env";

/** For pages that exist in the demo alone: anywhere else they are not found, like any address nobody made. */
export function requireDemo(): void {
  if (!env().DEMO) notFound();
}
