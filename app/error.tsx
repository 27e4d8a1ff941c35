"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <MessagePage
      title="Something went wrong"
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/" variant="secondary">
            Back to the shop
          </ButtonLink>
        </>
      }
    >
      <p>This is our fault. Nothing you saved is lost, and it is safe to try again.</p>
      {error.digest && <p className="mt-3 text-sm">If you contact us, mention {error.digest}.</p>}
    </MessagePage>
  );
}
