/** What tabs of one browser tell each other. Nothing in it is secret or personal: some browsers take it through a storage. */
export type TabMessage =
  /** The leader lives, and this is the print of what it knows. */
  | { readonly type: "beat"; readonly print: string }
  | { readonly type: "switched"; readonly platformId: string | null; readonly platformName: string | null }
  /** Signing in or out: what looks like the end of the session in the meantime is none. */
  | { readonly type: "changing" }
  /** Signed in or out, or the session is over: look again. */
  | { readonly type: "identity"; readonly reason?: string }
  /** Another session of this user was opened or ended. */
  | { readonly type: "sessions" }
  /** The server has something to say to everybody. */
  | { readonly type: "notice"; readonly message: string }
  /** Somebody did something in this tab. */
  | { readonly type: "active" };

export interface Envelope {
  readonly from: string;
  readonly message: TabMessage;
}

/** Reads what another tab sent; undefined when it is nothing of ours. */
export function readEnvelope(data: unknown): Envelope | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { from, message } = data as { from?: unknown; message?: unknown };
  if (typeof from !== "string" || typeof message !== "object" || message === null) return undefined;
  const fields = message as Record<string, unknown>;
  const textOrNull = (name: string) => fields[name] === null || typeof fields[name] === "string";
  switch (fields["type"]) {
    case "beat":
      return typeof fields["print"] === "string" ? { from, message: message as TabMessage } : undefined;
    case "switched":
      return textOrNull("platformId") && textOrNull("platformName")
        ? { from, message: message as TabMessage }
        : undefined;
    case "notice":
      return typeof fields["message"] === "string" ? { from, message: message as TabMessage } : undefined;
    case "changing":
    case "identity":
    case "sessions":
    case "active":
      return { from, message: message as TabMessage };
    default:
      return undefined;
  }
}
