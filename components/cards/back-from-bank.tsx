"use client";

import { useEffect, useState } from "react";
import { Failure, type FailureText } from "@/components/auth/failure";
import { ButtonLink } from "@/components/ui/button";
import { describeLostCall } from "@/components/ui/lost-call";
import { useCalls } from "@/components/ui/page-viewer";
import { Panel } from "@/components/ui/panel";
import { Spinner } from "@/components/ui/spinner";
import type { OpenAttempt } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { BrowserError, loadProcessOut } from "@/lib/processout-js";
import type { ScriptSettings } from "./card-fields";
import { resumeVerification, type SaveCardActions } from "./save-card";

type Props = { attempt: OpenAttempt; script: ScriptSettings; actions: SaveCardActions };

/** Shown when a full-page challenge returned: the attempt continues at once and its result is shown. */
export function BackFromBank({ attempt, script, ...page }: Props) {
  const actions = useCalls(page.actions);
  const { scriptUrl, projectId } = script;
  const [problem, setProblem] = useState<FailureText>();

  useEffect(() => {
    const unmount = new AbortController();
    async function finish() {
      const client = await loadProcessOut(scriptUrl, projectId);
      if (unmount.signal.aborted) return;
      const result = await resumeVerification(client, actions, attempt.id, unmount.signal);
      if (unmount.signal.aborted) return;
      if (result.kind === "stopped") setProblem(result);
      else location.replace(`/cards?added=${result.card.id}`);
    }
    finish().catch((error) => !unmount.signal.aborted && setProblem(problemOf(error)));
    return () => unmount.abort();
  }, [attempt.id, scriptUrl, projectId, actions]);

  const isOver = problem !== undefined && problem.code !== "signed-out";
  return (
    <Panel aria-labelledby="back" className="grid gap-4">
      <h2 id="back" className="flex items-center gap-3 text-xl">
        {!problem && <Spinner />}
        <span>{isOver ? `${cardName(attempt)} was not saved` : "Waiting for your bank’s answer…"}</span>
      </h2>
      {problem && (
        <>
          <Failure failure={problem} />
          {isOver && (
            <div>
              <ButtonLink href="/cards/new">Start again</ButtonLink>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

const problemOf = (error: unknown): FailureText =>
  error instanceof BrowserError ? { message: sentenceOf(error.code) } : describeLostCall(error);
