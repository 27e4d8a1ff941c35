import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";

/** The paper all mails are written on. Styles are inline because mail readers drop everything else. */
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
      <Body style={{ backgroundColor: "#eef1ee", fontFamily: "Helvetica, Arial, sans-serif", margin: 0 }}>
        <Container style={paper}>
          <Text style={{ ...quiet, letterSpacing: "0.02em", margin: 0 }}>Halyard Coffee</Text>
          <Heading as="h1" style={heading}>
            {props.heading}
          </Heading>
          {props.children}
          {props.action && (
            <Button href={props.action.url} target="_top" style={button}>
              {props.action.label}
            </Button>
          )}
          <Hr style={{ borderColor: "#d5dbd8", margin: "32px 0 16px" }} />
          <Text style={{ ...quiet, margin: 0 }}>{props.footnote}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={paragraph}>{children}</Text>;

const ink = "#10242e";
const paper: CSSProperties = {
  backgroundColor: "#fcfcf9",
  margin: "32px auto",
  padding: "40px",
  maxWidth: "480px",
};
const heading: CSSProperties = { color: ink, fontSize: "28px", lineHeight: "32px", margin: "24px 0 12px" };
const paragraph: CSSProperties = { color: ink, fontSize: "16px", lineHeight: "24px", margin: "0 0 24px" };
const quiet: CSSProperties = { color: "#50636c", fontSize: "14px", lineHeight: "20px" };
const button: CSSProperties = {
  backgroundColor: ink,
  borderRadius: "8px",
  color: "#fcfcf9",
  fontSize: "16px",
  fontWeight: 600,
  padding: "14px 22px",
};
