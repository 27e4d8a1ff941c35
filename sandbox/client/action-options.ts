export enum ActionFlow {
  NewTab,
  NewWindow,
  IFrame,
  FingerprintIframe,
  CurrentWindow,
}

/** How a customer action is shown; the card flows name one of the three constants. */
export class ActionHandlerOptions {
  static readonly ThreeDSChallengeFlow = "three-d-s-challenge-flow";
  static readonly ThreeDSChallengeFlowNoIframe = "three-d-s-challenge-flow-no-iframe";
  static readonly ThreeDSFingerprintFlow = "three-d-s-fingerprint-flow";

  flow: ActionFlow;
  iframeWidth = 440;
  iframeHeight = 480;
  gatewayLogo: string | undefined;

  constructor(actionType?: string, gatewayLogo?: string, override?: { width: number; height: number }) {
    const flows: Record<string, ActionFlow> = {
      [ActionHandlerOptions.ThreeDSChallengeFlow]: ActionFlow.IFrame,
      [ActionHandlerOptions.ThreeDSChallengeFlowNoIframe]: ActionFlow.CurrentWindow,
      [ActionHandlerOptions.ThreeDSFingerprintFlow]: ActionFlow.FingerprintIframe,
    };
    this.flow = flows[actionType ?? ""] ?? ActionFlow.NewTab;
    this.gatewayLogo = gatewayLogo;
    if (!override) return;
    this.flow = ActionFlow.IFrame;
    this.iframeWidth = override.width;
    this.iframeHeight = override.height;
  }
}
