export type GatewayRequest = {
  gateway_configuration_id?: string;
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** The `gway_req_…` source: base64 of the request that the gateway is to receive. */
export function gatewayRequestSource(request: GatewayRequest): string {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  return `gway_req_${btoa(String.fromCharCode(...bytes))}`;
}

/** What the client itself answers when a fingerprint page stayed silent. */
export function fingerprintTimeoutSource(url: string): string {
  return gatewayRequestSource({
    url,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: 'threeDSMethodData={"threeDS2FingerprintTimeout":true}',
  });
}
