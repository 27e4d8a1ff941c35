"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { keepFields, restoreFields } from "@/components/ui/kept-fields";
import { OUTDATED } from "@/components/ui/lost-call";
import { usePageViewer } from "@/components/ui/page-viewer";

/**
 * Offers to reload a page whose actions the server no longer knows, because the shop was updated. What was typed and chosen
 * is kept; the card fields are ProcessOut's, and empty.
 */
export function OutdatedPage() {
  const [isOutdated, setIsOutdated] = useState(false);
  const viewer = usePageViewer();
  useEffect(() => restoreFields(viewer), [viewer]);
  useEffect(() => {
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
            keepFields(viewer);
            location.reload();
          }}
        >
          Reload the page
        </Button>
      </Alert>
    </div>
  );
}
