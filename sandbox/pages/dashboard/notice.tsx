import type { ReactNode } from "react";

export function Notice({
  tone = "quiet",
  children,
}: {
  tone?: "quiet" | "bad" | "good";
  children: ReactNode;
}) {
  return (
    <p className={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </p>
  );
}
