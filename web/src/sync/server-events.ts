export interface PlatformBrief {
  readonly id: string | number;
  readonly name: string;
  readonly platform_type?: string;
  readonly instance_url?: string | null;
}

/** What the server says on `/sessions/events`: contracts/user-session-events.md. */
export type ServerEvent =
  | { readonly type: "hello"; readonly session_id: string; readonly user_id: string }
  | { readonly type: "platform_switched"; readonly platform: PlatformBrief | null; readonly by?: string }
  | { readonly type: "session_ended"; readonly session_id: string; readonly reason: string }
  | { readonly type: "session_changed"; readonly session_id: string };

/** Undefined for what is broken or unknown: a newer server may say more than this page understands. */
export function readServerEvent(text: unknown): ServerEvent | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const event = JSON.parse(text) as ServerEvent;
    const known = Object.hasOwn(FIELDS, event.type) && FIELDS[event.type].every((field) => has(event, field));
    return known ? event : undefined;
  } catch {
    return undefined;
  }
}

export const FIELDS: Readonly<Record<ServerEvent["type"], readonly string[]>> = {
  hello: ["session_id", "user_id"],
  platform_switched: [],
  session_ended: ["session_id"],
  session_changed: ["session_id"],
};

function has(event: object, field: string): boolean {
  return typeof (event as Record<string, unknown>)[field] === "string";
}
