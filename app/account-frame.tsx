import type { ReactNode } from "react";
import { AccountNav } from "@/components/layout/account-nav";
import { ActionNeeded } from "./(account)/subscriptions/action-needed"; // eject: subscriptions
import { ACCOUNT_PLACES } from "./places";

/** The frame of every page of an account: the links beside it, and what needs the shopper above it. */
export const AccountFrame = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-6 sm:px-6 sm:pt-10 md:grid-cols-[12rem_minmax(0,1fr)] md:gap-12">
    <AccountNav places={ACCOUNT_PLACES} />
    <div className="min-w-0 max-w-3xl">
      <ActionNeeded /> {/* eject: subscriptions */}
      {children}
    </div>
  </div>
);
