"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { keepFields } from "@/components/ui/kept-fields";
import { usePageViewer } from "@/components/ui/page-viewer";
import { signInPath } from "@/lib/auth/return-path";
import type { FormState } from "@/lib/platform/form-state";

export type FailureText = {
  code?: string | undefined;
  message: string;
  /** Where signing in leads, if not back to this page. */
  returnTo?: string | undefined;
};

// eject:start payments
/** Whether the account of the page is not signed in any more. */
export const hasAccountChanged = ({ code }: FailureText) => code === "signed-out" || code === "other-user";
// eject:end payments

type Props = { failure: FailureText; title?: string; tone?: "bad" | "warning" };

/** Why something was not done. Who is signed out, or signed in to another account, is shown the way to go on. */
export function Failure({ failure: { code, message, returnTo }, title, tone = "bad" }: Props) {
  const wayOn = WAYS_ON[code ?? ""]?.(returnTo);
  return (
    <Alert tone={tone} title={wayOn || !title ? message : title}>
      {wayOn ?? (title && message)}
    </Alert>
  );
}

/** `Failure` of a form. Nothing while it has not failed. */
export const FormFailure = ({ state }: { state: FormState }) =>
  state.status === "failed" ? <Failure failure={state} /> : null;

const WAYS_ON: Record<string, (returnTo: string | undefined) => ReactNode> = {
  "signed-out": (returnTo) => <SignInLink returnTo={returnTo}>Sign in and continue</SignInLink>,
  "sign-in.too-old": () => <SignInLink isAgain>Sign in again and continue</SignInLink>, // eject: office
  "other-user": () => (
    <Button variant="secondary" size="sm" className="mt-2" onClick={() => location.reload()}>
      Reload the page
    </Button>
  ),
};

type LinkProps = { returnTo?: string | undefined; isAgain?: boolean; children: ReactNode };

/** Leads back to this page, which then shows what was typed. */
function SignInLink({ returnTo, isAgain = false, children }: LinkProps) {
  const viewer = usePageViewer();
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <a
      href={signInPath(returnTo ?? here, { isAgain })}
      onClick={() => keepFields(viewer)}
      className="font-semibold underline underline-offset-4"
    >
      {children}
    </a>
  );
}
