import type { Advice } from "../api/refusals";
import type { Role } from "../api/vm";
import type { GatewayMessage, Person, PlayerState, Quality, Sound } from "../player/player";

/** Where this person stands: on the way in, inside, or outside with a reason. */
export type Phase =
  | { readonly name: "entering" }
  | { readonly name: "inside" }
  /** `again`: the page tries by itself, for somebody else may change what is wrong. */
  | { readonly name: "outside"; readonly advice: Advice; readonly again: boolean };

export type Panel = "share" | "people" | "address" | "end" | undefined;

export interface RoomState {
  readonly id: string;
  readonly phase: Phase;
  readonly player: PlayerState;
  readonly role: Role;
  readonly mayControl: boolean;
  readonly isShared: boolean;
  readonly self: string | undefined;
  readonly people: readonly Person[];
  readonly driver: string | undefined;
  readonly title: string;
  readonly url: string;
  readonly expiresAt: number | undefined;
  readonly warning: { readonly reason: string; readonly closesAt: number } | undefined;
  readonly sound: Sound;
  readonly volume: number;
  readonly muted: boolean;
  readonly quality: Quality | undefined;
  readonly panel: Panel;
  readonly busy: boolean;
  readonly copied: "id" | "link" | undefined;
  readonly trouble: Advice | undefined;
  readonly fullScreen: boolean;
  readonly now: number;
}

export type RoomEvent =
  | { readonly type: "entered"; readonly role: Role; readonly isShared: boolean; readonly self: string; readonly expiresAt?: number }
  | { readonly type: "outside"; readonly advice: Advice; readonly again: boolean }
  | { readonly type: "entering" }
  | { readonly type: "heard"; readonly message: GatewayMessage }
  | { readonly type: "player"; readonly state: PlayerState }
  | { readonly type: "sound"; readonly sound: Sound }
  | { readonly type: "volume"; readonly volume: number; readonly muted: boolean }
  | { readonly type: "tick"; readonly now: number; readonly quality: Quality | undefined }
  | { readonly type: "panel"; readonly panel: Panel }
  | { readonly type: "busy"; readonly busy: boolean }
  | { readonly type: "shared"; readonly isShared: boolean }
  | { readonly type: "copied"; readonly what: "id" | "link" | undefined }
  | { readonly type: "refused"; readonly advice: Advice }
  | { readonly type: "full-screen"; readonly on: boolean };

export function atTheDoor(id: string, now: number, volume: number, muted: boolean): RoomState {
  return {
    id,
    phase: { name: "entering" },
    player: { name: "connecting", attempt: 0 },
    role: "viewer",
    mayControl: false,
    isShared: false,
    self: undefined,
    people: [],
    driver: undefined,
    title: "",
    url: "",
    expiresAt: undefined,
    warning: undefined,
    sound: "waiting",
    volume,
    muted,
    quality: undefined,
    panel: undefined,
    busy: false,
    copied: undefined,
    trouble: undefined,
    fullScreen: false,
    now,
  };
}

export function reduce(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "entering":
      return { ...state, phase: { name: "entering" } };
    case "entered":
      return {
        ...state,
        phase: { name: "inside" },
        role: event.role,
        isShared: event.isShared,
        self: event.self,
        expiresAt: event.expiresAt ?? state.expiresAt,
      };
    case "outside":
      return { ...state, phase: { name: "outside", advice: event.advice, again: event.again }, panel: undefined };
    case "heard":
      return heard(state, event.message);
    case "player":
      return { ...state, player: event.state };
    case "sound":
      return { ...state, sound: event.sound };
    case "volume":
      return { ...state, volume: event.volume, muted: event.muted };
    case "tick":
      return { ...state, now: event.now, quality: event.quality };
    case "panel":
      return { ...state, panel: event.panel, trouble: undefined, copied: undefined };
    case "busy":
      return { ...state, busy: event.busy, trouble: undefined };
    case "shared":
      return { ...state, busy: false, isShared: event.isShared };
    case "copied":
      return { ...state, copied: event.what };
    case "refused":
      return { ...state, busy: false, trouble: event.advice };
    case "full-screen":
      return { ...state, fullScreen: event.on };
  }
}

function heard(state: RoomState, message: GatewayMessage): RoomState {
  switch (message.type) {
    case "welcome":
      return { ...state, self: message.participantId, role: message.role, mayControl: message.mayControl };
    case "role":
      return { ...state, role: message.role, mayControl: message.mayControl };
    case "presence":
      return { ...state, people: message.people };
    case "driver":
      return { ...state, driver: message.by };
    case "page":
      return { ...state, title: message.title, url: message.url };
    case "clock":
      return { ...state, expiresAt: message.expiresAt ?? undefined };
    case "warning": {
      const { reason, closesAt } = message;
      return { ...state, warning: closesAt === null ? undefined : { reason, closesAt } };
    }
    default:
      return state;
  }
}
