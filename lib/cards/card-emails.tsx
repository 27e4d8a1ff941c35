import { Letter, Paragraph } from "@/lib/mail/letter";

/** `card` is what the shopper calls it, such as "Visa ending in 4242"; `url` leads to their saved cards. */
export type CardMail = { card: string; url: string };

export const CardAddedMail = ({ card, url }: CardMail) => (
  <Letter
    preview={`${card} is on board.`}
    heading="A card was added."
    action={{ label: "See your cards", url }}
    footnote="Was this not you? Delete the card and sign out everywhere from your profile."
  >
    <Paragraph>
      Your {card} is saved at Halyard. We keep no card number: ProcessOut holds it, and you can delete it any
      time.
    </Paragraph>
  </Letter>
);

export const CardRemovedMail = ({ card, url }: CardMail) => (
  <Letter
    preview={`${card} is gone.`}
    heading="A card was removed."
    action={{ label: "See your cards", url }}
    footnote="Was this not you? Sign out everywhere from your profile."
  >
    <Paragraph>
      Your {card} is deleted, here and at ProcessOut. Nothing can be charged to it any more.
    </Paragraph>
  </Letter>
);

export const CardExpiringMail = ({ card, url, endsIn }: CardMail & { endsIn: string }) => (
  <Letter
    preview={`${card} is good until the end of ${endsIn}.`}
    heading="A card is about to expire."
    action={{ label: "Add a new card", url }}
    footnote="You get this once for each card, the month before it ends."
  >
    <Paragraph>
      Your {card} is good until the end of {endsIn}. Add its successor before then and nothing you have on
      order misses the tide.
    </Paragraph>
  </Letter>
);
