import type { Metadata } from "next";
import type { ReactNode } from "react";
import { OfficeNav } from "@/components/office/office-nav";
import { requireStaff } from "@/lib/auth/staff";

export const metadata: Metadata = {
  title: { default: "Back office", template: "%s · Back office" },
  robots: { index: false },
};

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  await requireStaff();
  return (
    <>
      <OfficeNav />
      <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-8 px-4 py-8 sm:px-6 sm:py-12">
        {children}
      </div>
    </>
  );
}
