"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Spinner } from "@/components/ui/spinner";
import type { OpenAttempt } from "@/lib/cards/card";
import { cardName } from "@/lib/cards/card";
import { sentenceOf } from "@/lib/platform/error-sentences";
import { loadProcessOut } from "@/lib/processout-js";
import { resumeCard } from "./save-card";
import type { SaveCardActions } from "./save-card-actions";
import { codeOf, type ScriptSettings } from "./use-processout-fields";

type Props = { attempt: OpenAttempt; script: ScriptSettings; actions: SaveCardActions };

/** A bank that took the whole window has sent the shopper back. What it said is asked for at once. */
export function BackFromBank({ attempt, script, actions }: Props) {
  const { scriptUrl, projectId } = script;
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const life = new AbortController();
    async function finish() {
      const client = await loadProcessOut(scriptUrl, projectId);
      if (life.signal.aborted) return;
      const outcome = await resumeCard(client, actions, attempt.id, life.signal);
      if (life.signal.aborted) return;
      if (outcome.kind === "stopped") setProblem(outcome.message);
      else location.replace(`/cards?added=${outcome.card.id}`);
    }
    finish().catch((error) => !life.signal.aborted && setProblem(sentenceOf(codeOf(error))));
    return () => life.abort();
  }, [attempt.id, scriptUrl, projectId, actions]);

  return (
    <Panel aria-labelledby="back" className="grid gap-4">
      <h2 id="back" className="flex items-center gap-3 text-xl">
        {!problem && <Spinner />}
        {problem ? `${cardName(attempt)} was not saved` : "Hearing what your bank said…"}
      </h2>
      {problem && (
        <>
          <Alert tone="bad" title={problem} />
          <div>
            <ButtonLink href="/cards/new">Start again</ButtonLink>
          </div>
        </>
      )}
    </Panel>
  );
}
