"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { OUTDATED } from "@/components/ui/lost-call";

/**
 * Offers to reload a page whose actions the server no longer knows, because the shop was updated. What was typed and chosen
 * is kept; the card fields are ProcessOut's, and empty.
 */
export function OutdatedPage() {
  const [isOutdated, setIsOutdated] = useState(false);
  useEffect(() => {
    restoreFields();
    const tell = () => setIsOutdated(true);
    window.addEventListener(OUTDATED, tell);
    return () => window.removeEventListener(OUTDATED, tell);
  }, []);
  if (!isOutdated) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-50 bg-paper p-4 shadow-lg">
      <Alert
        tone="warning"
        title="The shop was updated while this page was open"
        className="mx-auto max-w-2xl"
      >
        <p>What you pressed was not done. What you typed is kept, except card details.</p>
        <Button
          size="sm"
          className="mt-2"
          onClick={() => {
            keepFields();
            location.reload();
          }}
        >
          Reload the page
        </Button>
      </Alert>
    </div>
  );
}

const STORAGE_KEY = "kept-fields";

type Kept = { path: string; values: Record<string, string> };

/** The typed and chosen values of the page's forms, by the place of the form and the name of the field. */
function listFields() {
  const selector =
    "input:not([type=hidden],[type=password],[type=checkbox],[type=radio],[type=file]), select";
  const forms = [...document.forms].map((form, index) =>
    [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)]
      .filter(({ name }) => name !== "")
      .map((field) => ({ key: `${index}:${field.name}`, field })),
  );
  return forms.flat();
}

function keepFields() {
  const values = Object.fromEntries(listFields().map(({ key, field }) => [key, field.value]));
  const kept: Kept = { path: location.pathname, values };
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
}

function restoreFields() {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  if (!stored) return;
  sessionStorage.removeItem(STORAGE_KEY);
  const { path, values }: Kept = JSON.parse(stored);
  if (path !== location.pathname) return;
  for (const { key, field } of listFields()) field.value = values[key] ?? field.value;
}
