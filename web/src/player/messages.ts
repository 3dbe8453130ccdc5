/** The text messages between player and gateway, as contracts/media.md has them. */

export type Role = "owner" | "controller" | "viewer";
export interface Person {
  readonly participantId: string;
  readonly name: string;
  readonly role: Role;
  readonly connections: number;
}

export type GatewayMessage =
  | {
      readonly type: "welcome";
      readonly connectionId: string;
      readonly participantId: string;
      readonly name: string;
      readonly role: Role;
      readonly vmId: string;
      readonly width: number;
      readonly height: number;
      readonly mayControl: boolean;
    }
  | { readonly type: "role"; readonly role: Role; readonly mayControl: boolean }
  | { readonly type: "presence"; readonly people: readonly Person[] }
  | { readonly type: "size"; readonly width: number; readonly height: number }
  | {
      readonly type: "cursor";
      readonly css?: string;
      readonly image?: string;
      readonly hotX?: number;
      readonly hotY?: number;
    }
  | { readonly type: "driver"; readonly by: string }
  | { readonly type: "page"; readonly url: string; readonly title: string; readonly loading: boolean }
  | { readonly type: "clock"; readonly expiresAt: number | null }
  | { readonly type: "warning"; readonly reason: "absolute" | "inactive"; readonly closesAt: number | null }
  | { readonly type: "ended"; readonly reason: string }
  | { readonly type: "pong"; readonly id: number };

export interface TouchPoint {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** What a person does; everything a viewer may not send. Coordinates are 0…1 of the picture. */
export type Act =
  | {
      readonly type: "pointer";
      readonly action: "move" | "down" | "up";
      readonly x: number;
      readonly y: number;
      readonly button: number;
    }
  | { readonly type: "wheel"; readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }
  | {
      readonly type: "touch";
      readonly action: "start" | "move" | "end" | "cancel";
      readonly points: readonly TouchPoint[];
    }
  | {
      readonly type: "key";
      readonly action: "down" | "up";
      readonly code: string;
      readonly key: string;
      readonly modifiers: number;
    }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "composition"; readonly text: string; readonly action: "update" | "commit" | "cancel" }
  | { readonly type: "release" }
  | { readonly type: "resize"; readonly width: number; readonly height: number }
  | { readonly type: "navigate"; readonly action: "back" | "forward" | "reload" | "to"; readonly url?: string };

export type Format = "h264" | "vp8" | "jpeg";

export type PlayerMessage =
  | { readonly type: "ack"; readonly bytes: number }
  | { readonly type: "formats"; readonly formats: readonly Format[]; readonly visible: boolean }
  | { readonly type: "key-frame" }
  | { readonly type: "ping"; readonly id: number }
  | Act;

/** The fields without which a message means nothing, and their types. */
const NEEDED: Record<GatewayMessage["type"], Record<string, "string" | "number" | "boolean" | "list">> = {
  welcome: { participantId: "string", role: "string", vmId: "string", width: "number", height: "number", mayControl: "boolean" },
  role: { role: "string", mayControl: "boolean" },
  presence: { people: "list" },
  size: { width: "number", height: "number" },
  cursor: {},
  driver: { by: "string" },
  page: { url: "string", title: "string" },
  clock: {},
  warning: { reason: "string" },
  ended: { reason: "string" },
  pong: { id: "number" },
};

/** Reads a text message; undefined for what this player does not know, which is to be ignored. */
export function readMessage(text: string): GatewayMessage | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null) return undefined;
  const message = json as Record<string, unknown>;
  const type = message["type"];
  if (typeof type !== "string" || !Object.hasOwn(NEEDED, type)) return undefined;
  const needed = Object.entries(NEEDED[type as GatewayMessage["type"]]);
  const complete = needed.every(([name, kind]) =>
    kind === "list" ? Array.isArray(message[name]) : typeof message[name] === kind,
  );
  return complete ? (message as unknown as GatewayMessage) : undefined;
}
