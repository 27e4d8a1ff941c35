import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import { SHOP } from "@/lib/platform/shop-identity";

/** The layout of every e-mail. Styles are inline because mail readers drop everything else. */
export function Letter(props: {
  preview: string;
  heading: string;
  children: ReactNode;
  action?: { label: string; url: string };
  footnote: string;
}) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{props.preview}</Preview>
      <Body
        style={{ backgroundColor: SHOP.colors.paper, fontFamily: "Helvetica, Arial, sans-serif", margin: 0 }}
      >
        <Container style={sheet}>
          <Text style={{ ...quiet, letterSpacing: "0.02em", margin: 0 }}>{SHOP.name}</Text>
          <Heading as="h1" style={heading}>
            {props.heading}
          </Heading>
          {props.children}
          {props.action && (
            <Button href={props.action.url} target="_top" style={button}>
              {props.action.label}
            </Button>
          )}
          <Hr style={{ borderColor: SHOP.colors.line, margin: "32px 0 16px" }} />
          <Text style={{ ...quiet, margin: 0 }}>{props.footnote}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={paragraph}>{children}</Text>;

const { surface, ink, muted, action, onAction } = SHOP.colors;
const sheet: CSSProperties = {
  backgroundColor: surface,
  margin: "32px auto",
  padding: "40px",
  maxWidth: "480px",
};
const heading: CSSProperties = { color: ink, fontSize: "28px", lineHeight: "32px", margin: "24px 0 12px" };
const paragraph: CSSProperties = { color: ink, fontSize: "16px", lineHeight: "24px", margin: "0 0 24px" };
const quiet: CSSProperties = { color: muted, fontSize: "14px", lineHeight: "20px" };
const button: CSSProperties = {
  backgroundColor: action,
  borderRadius: "8px",
  color: onAction,
  fontSize: "16px",
  fontWeight: 600,
  padding: "14px 22px",
};
