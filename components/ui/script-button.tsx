"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";
import { useHydrated } from "./use-hydrated";

/**
 * A button that only the page's script can answer. It is disabled until the script is there: the press of a quick
 * shopper would be lost, or send the fields of its form along in the address.
 */
export function ScriptButton({ disabled, ...rest }: ComponentProps<typeof Button>) {
  const isHydrated = useHydrated();
  return <Button disabled={disabled || !isHydrated} {...rest} />;
}
