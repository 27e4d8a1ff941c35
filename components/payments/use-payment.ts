"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type FieldErrors, fieldErrors, type MountedFields } from "@/components/cards/card-fields";
import type { ContactField } from "@/lib/payments/contact-schema";
import type { CheckoutActions } from "./checkout-actions";
import { type Outcome, outcomeOfFailure, pay, type Wish } from "./pay";

export type Moment =
  | { at: "choosing"; problem?: string; isUnknown?: boolean }
  | { at: "sending" }
  | { at: "bank" }
  | { at: "done" };

type ContactState = { status: "idle" | "invalid"; errors: Partial<Record<ContactField, string>> };
const UNCHECKED: ContactState = { status: "idle", errors: {} };

/** The story of one press on Pay, as the moments a shopper sees. A press while one is running does nothing. */
export function usePayment(
  mounted: RefObject<MountedFields | null>,
  actions: CheckoutActions,
  onCardErrors: (errors: FieldErrors) => void,
) {
  const [moment, setMoment] = useState<Moment>({ at: "choosing" });
  const [contact, setContact] = useState(UNCHECKED);
  const router = useRouter();
  const running = useRef<AbortController>(null);

  // Leaving the page ends the bank's check here; the server settles what is left.
  useEffect(() => () => running.current?.abort(), []);

  async function start(wish: Wish) {
    if (running.current || !mounted.current) return;
    running.current = new AbortController();
    const { signal } = running.current;
    setMoment({ at: "sending" });
    setContact(UNCHECKED);
    onCardErrors({});
    try {
      show(await pay(mounted.current, actions, wish, { signal, onBank: () => setMoment({ at: "bank" }) }));
    } catch (error) {
      const wrong = fieldErrors(error);
      onCardErrors(wrong);
      // Wrong fields speak for themselves.
      if (Object.keys(wrong).length > 0) setMoment({ at: "choosing" });
      else show(outcomeOfFailure(error));
    } finally {
      running.current = null;
    }
  }

  function show(outcome: Outcome) {
    if (outcome.kind === "paid" || outcome.kind === "waiting") {
      setMoment({ at: "done" });
      // In place of this page, so that the back button does not return to a form that is done with.
      return location.replace(`/orders/${outcome.orderRef}?thanks`);
    }
    if (outcome.kind === "refused" && outcome.code === "cart.changed") router.refresh();
    if (outcome.kind === "invalid") {
      setContact({ status: "invalid", errors: outcome.errors });
      return setMoment({ at: "choosing" });
    }
    setMoment({ at: "choosing", problem: outcome.message, isUnknown: outcome.kind === "unreachable" });
  }

  return { moment, contact, start, stop: () => running.current?.abort() };
}
