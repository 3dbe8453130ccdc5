export interface PlatformBrief {
  readonly id: string | number;
  readonly name: string;
  readonly platform_type?: string;
  readonly instance_url?: string | null;
}

/** What the server says in namespace `/sessions`: contracts/user-session-events.md. */
export type ServerEvent =
  | { readonly type: "hello"; readonly session_id: string; readonly user_id: string }
  | { readonly type: "platform_switched"; readonly platform: PlatformBrief | null; readonly by?: string }
  | { readonly type: "session_ended"; readonly session_id: string; readonly reason: string }
  | { readonly type: "session_changed"; readonly session_id: string }
  /** Somebody who looks after this Flotilla has something to say to everybody. */
  | { readonly type: "notice"; readonly message: string };

export type SessionEvents = { readonly [Type in ServerEvent["type"]]: ServerEvent & { readonly type: Type } };

const FIELDS: Readonly<Record<ServerEvent["type"], readonly string[]>> = {
  hello: ["session_id", "user_id"],
  platform_switched: [],
  session_ended: ["session_id"],
  session_changed: ["session_id"],
  notice: ["message"],
};

/** How to read each: a newer server may say more than this page understands, and that is left out. */
export const SESSION_EVENTS = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, reader(type as ServerEvent["type"], fields)]),
) as { readonly [Type in keyof SessionEvents]: (data: unknown) => SessionEvents[Type] | undefined };

function reader(type: ServerEvent["type"], fields: readonly string[]) {
  return (data: unknown): ServerEvent | undefined => {
    if (typeof data !== "object" || data === null) return undefined;
    const complete = fields.every((name) => typeof (data as Record<string, unknown>)[name] === "string");
    return complete ? ({ ...data, type } as ServerEvent) : undefined;
  };
}
