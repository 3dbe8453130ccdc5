import type { Entry } from "../../socket/flotilla-room";
import type { Protocol } from "../../socket/protocol";
import { flag, list, nullable, number, object, oneOf, text } from "../../socket/readers";
import type { Read } from "../../socket/reply";

/** Namespace `/rooms`: contracts/rooms.md as types, and how to read them. */
export const ROLES = ["owner", "controller", "viewer"] as const;
export type Role = (typeof ROLES)[number];
export const MODES = ["free", "single", "queued", "supervised"] as const;
export type Mode = (typeof MODES)[number];
export const ACTIONS = ["back", "forward", "reload", "to"] as const;
export const REACTIONS = ["👍", "👎", "👏", "🎉", "😂", "😮", "😢", "❤️", "🔥", "👀", "🤔", "✋"] as const;

export interface Participant {
  readonly participantId: string;
  readonly name: string;
  readonly role: Role;
  readonly connections: number;
  /** `#rrggbb`, the same everywhere and always. */
  readonly colour?: string;
}

export interface Control {
  readonly mode: Mode;
  readonly turnSeconds?: number | null;
  readonly holder: string | null;
  readonly turnEndsAt?: number | null;
  readonly granted?: boolean;
  readonly queue: readonly string[];
  readonly version: number;
}

export interface Message {
  readonly id: string;
  /** Counts from 1 in each room. */
  readonly number: number;
  readonly participantId: string;
  readonly name: string;
  /** Missing once deleted. */
  readonly text?: string;
  readonly at: number;
  readonly deleted?: boolean;
}

export interface ChatPage {
  readonly messages: readonly Message[];
  /** Where the next older page begins, when there may be one. */
  readonly before?: number;
}

export interface Snapshot extends Entry {
  readonly you: Participant;
  readonly participants: readonly Participant[];
  readonly total: number;
  readonly control: Control;
  /** Left out when what is known still holds. */
  readonly chat?: Partial<ChatPage> & { readonly unavailable?: boolean };
  readonly warning?: Warning | null;
  readonly clock?: Clock;
}

export interface Warning {
  readonly reason: string;
  readonly closesAt: number | null;
}
export interface Clock {
  readonly expiresAt: number | null;
}
export interface Presence {
  readonly joined: readonly Participant[];
  readonly left: readonly string[];
  readonly changed: readonly Participant[];
  readonly total: number;
}
export interface CursorMove {
  readonly participantId: string;
  readonly x?: number;
  readonly y?: number;
  readonly off?: boolean;
}

export interface RoomsEvents {
  readonly "chat.message": Message;
  readonly "chat.deleted": Message;
  readonly control: Control;
  readonly warning: Warning;
  readonly presence: Presence;
  readonly you: Participant;
  readonly clock: Clock;
  readonly cursors: { readonly cursors: readonly CursorMove[] };
  readonly reaction: { readonly participantId: string; readonly emoji: string };
  readonly navigated: { readonly participantId: string; readonly action: (typeof ACTIONS)[number] };
  readonly resync: Snapshot;
  readonly gone: { readonly reason: string; readonly detail?: string };
  readonly notice: { readonly message: string };
}

export interface RoomsAnswers {
  readonly join: Snapshot;
  readonly "chat.send": { readonly message: Message };
  readonly "chat.delete": { readonly message: Message };
  readonly "chat.history": ChatPage;
  readonly "control.request": { readonly control: Control };
  readonly "control.release": { readonly control: Control };
  readonly "control.take": { readonly control: Control };
  readonly "control.grant": { readonly control: Control };
  readonly "control.mode": { readonly control: Control };
  readonly "role.set": object;
  readonly kick: object;
  readonly ban: object;
}

const participant: Read<Participant> = object(
  { participantId: text, name: text, role: oneOf(...ROLES), connections: number },
  { colour: text },
);
const control: Read<Control> = object(
  { mode: oneOf(...MODES), holder: nullable(text), queue: list(text), version: number },
  { turnSeconds: nullable(number), turnEndsAt: nullable(number), granted: flag },
);
const message: Read<Message> = object(
  { id: text, number, participantId: text, name: text, at: number },
  { text, deleted: flag },
);
const page: Read<ChatPage> = object({ messages: list(message) }, { before: number });
const warning: Read<Warning> = object({ reason: text, closesAt: nullable(number) });
const clock: Read<Clock> = object({ expiresAt: nullable(number) });
const snapshot: Read<Snapshot> = object(
  { recovered: flag, you: participant, participants: list(participant), total: number, control },
  {
    position: text,
    chat: object({}, { messages: list(message), before: number, unavailable: flag }),
    warning: nullable(warning),
    clock,
  },
);
const controlled = object({ control });
const done = object({});

export const ROOMS: Protocol<RoomsEvents, RoomsAnswers> = {
  events: {
    "chat.message": message,
    "chat.deleted": message,
    control,
    warning,
    presence: object({ joined: list(participant), left: list(text), changed: list(participant), total: number }),
    you: participant,
    clock,
    cursors: object({ cursors: list(object({ participantId: text }, { x: number, y: number, off: flag })) }),
    reaction: object({ participantId: text, emoji: oneOf(...REACTIONS) }),
    navigated: object({ participantId: text, action: oneOf(...ACTIONS) }),
    resync: snapshot,
    gone: object({ reason: text }, { detail: text }),
    notice: object({ message: text }),
  },
  commands: {
    join: snapshot,
    "chat.send": object({ message }),
    "chat.delete": object({ message }),
    "chat.history": page,
    "control.request": controlled,
    "control.release": controlled,
    "control.take": controlled,
    "control.grant": controlled,
    "control.mode": controlled,
    "role.set": done,
    kick: done,
    ban: done,
  },
};
