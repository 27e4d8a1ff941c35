import { Body, Button, Container, Head, Heading, Html, Preview, Text } from "@react-email/components";

/** The sign-in link. Styles are inline because mail readers drop everything else. */
export function SignInMail({ url }: { url: string }) {
  return (
    <Html lang="en">
      <Head />
      <Preview>Your sign-in link. It works once, for 15 minutes.</Preview>
      <Body style={{ backgroundColor: "#eef1ee", fontFamily: "Helvetica, Arial, sans-serif", margin: 0 }}>
        <Container
          style={{ backgroundColor: "#fcfcf9", margin: "32px auto", padding: "40px", maxWidth: "480px" }}
        >
          <Text style={{ ...quiet, letterSpacing: "0.02em", margin: 0 }}>Halyard Coffee</Text>
          <Heading
            as="h1"
            style={{ color: "#10242e", fontSize: "28px", lineHeight: "32px", margin: "24px 0 12px" }}
          >
            Welcome aboard.
          </Heading>
          <Text style={{ color: "#10242e", fontSize: "16px", lineHeight: "24px", margin: "0 0 24px" }}>
            Press the button and you are signed in. The link works once, for 15 minutes.
          </Text>
          <Button href={url} target="_top" style={button}>
            Sign in to Halyard
          </Button>
          <Text style={{ ...quiet, margin: "32px 0 0" }}>
            Did not ask for this? Leave it be; without the link nobody gets in.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const quiet = { color: "#50636c", fontSize: "14px", lineHeight: "20px" };
const button = {
  backgroundColor: "#10242e",
  borderRadius: "8px",
  color: "#fcfcf9",
  fontSize: "16px",
  fontWeight: 600,
  padding: "14px 22px",
};
