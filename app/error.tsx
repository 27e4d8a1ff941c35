"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  if (["UnrecognizedActionError", "ChunkLoadError"].includes(error.name)) return <UpdatedPage />;
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

/** The server has another build than this page: its actions or its scripts are gone. */
const UpdatedPage = () => (
  <MessagePage
    title="The shop was updated"
    actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
  >
    This page was opened before. What you pressed was not done; reload the page and try again.
  </MessagePage>
);
