import { Alert } from "@/components/ui/alert";

type Props = { status: Promise<"ok" | "wrong-key" | "unreachable"> };

/** Tells a developer that ProcessOut does not answer; never shown to shoppers of a live shop. Streamed, so no page waits for it. */
export async function DeveloperBanner({ status }: Props) {
  const now = await status;
  if (now === "ok") return null;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
      <Alert tone="warning" title={TITLES[now]}>
        {ADVICE[now]}
      </Alert>
    </div>
  );
}

const TITLES = {
  "wrong-key": "ProcessOut does not accept these credentials",
  unreachable: "ProcessOut does not answer",
};

const ADVICE = {
  "wrong-key":
    "Check PROCESSOUT_PROJECT_ID and PROCESSOUT_PRIVATE_KEY: both come from the same project and environment in ProcessOut’s dashboard. Shoppers only see that saving a card is unavailable.",
  unreachable:
    "Check PROCESSOUT_API_URL, or that the sandbox is running. Saved cards are shown as last seen.",
};
