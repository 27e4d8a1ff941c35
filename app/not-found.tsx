import { MessagePage } from "@/components/layout/message-page";
import { ButtonLink } from "@/components/ui/button";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      signal="JL"
      meaning="You are running the risk of going aground"
      title="Nothing at this mooring"
      actions={<ButtonLink href="/">Back to the shop</ButtonLink>}
    >
      The page has sailed, or was never here. If you followed one of our links, we would like to know.
    </MessagePage>
  );
}
