import { MessagePage } from "@/components/layout/message-page";
import { ButtonLink } from "@/components/ui/button";

export const metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <MessagePage title="Page not found" actions={<ButtonLink href="/">Back to the shop</ButtonLink>}>
      The page has moved or never existed. If a link on this site led here, please tell us.
    </MessagePage>
  );
}
