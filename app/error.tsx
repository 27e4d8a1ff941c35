"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <MessagePage
      signal="JH"
      meaning="I am aground; I am not in danger"
      title="We ran aground"
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/" variant="secondary">
            Back to the shop
          </ButtonLink>
        </>
      }
    >
      <p>That was us, not you. Nothing you saved is lost, and trying again is safe.</p>
      {error.digest && <p className="mt-3 text-sm">If you write to us, mention {error.digest}.</p>}
    </MessagePage>
  );
}
