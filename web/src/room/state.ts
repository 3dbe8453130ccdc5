import type { Advice } from "../api/refusals";
import type { Role } from "../api/vm";
import type { GatewayMessage, PlayerState, Quality, Sound } from "../player/player";
import type { Stay } from "../socket/flotilla-room";
import { reduceChat, SILENCE, type ChatEvent, type ChatState } from "./chat/state";
import type { Control, Participant } from "./live/protocol";
import { liveEvent, type LiveEvent } from "./live/state";
import { known, NOBODY, type PeopleState } from "./people/state";
import { NO_TIMER, reduceStudy, type StudyEvent, type StudyState } from "./study/state";

/** Where this person stands: on the way in, inside, or outside with a reason. */
export type Phase =
  | { readonly name: "entering" }
  | { readonly name: "inside" }
  /** `again`: the page tries by itself, for somebody else may change what is wrong. */
  | { readonly name: "outside"; readonly advice: Advice; readonly again: boolean };

/** What lies over everything until it is answered. */
export type Panel = "share" | "address" | "end" | { readonly ban: Participant } | undefined;
/** What stands beside the picture. */
export type Side = "people" | "chat" | "study" | undefined;

export interface RoomState {
  readonly id: string;
  readonly phase: Phase;
  readonly player: PlayerState;
  readonly role: Role;
  readonly mayControl: boolean;
  readonly isShared: boolean;
  readonly self: string | undefined;
  readonly people: PeopleState;
  /** How things are with the room's line; the picture has one of its own. */
  readonly stay: Stay["name"];
  readonly control: Control | undefined;
  readonly chat: ChatState;
  readonly study: StudyState;
  /** Whether cursors are shown, and the own one told. */
  readonly pointing: boolean;
  readonly side: Side;
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
  | { readonly type: "side"; readonly side: Side }
  | { readonly type: "pointing"; readonly on: boolean }
  | { readonly type: "chat"; readonly event: ChatEvent }
  | { readonly type: "study"; readonly event: StudyEvent }
  | LiveEvent
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
    people: NOBODY,
    stay: "outside",
    control: undefined,
    chat: SILENCE,
    study: NO_TIMER,
    pointing: true,
    side: undefined,
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
    case "side":
      return { ...state, side: event.side };
    case "pointing":
      return { ...state, pointing: event.on };
    case "chat":
      return { ...state, chat: reduceChat(state.chat, event.event) };
    case "study":
      return { ...state, study: reduceStudy(state.study, event.event) };
    default:
      return liveEvent(state, event);
  }
}

function heard(state: RoomState, message: GatewayMessage): RoomState {
  switch (message.type) {
    case "welcome":
      return { ...state, self: message.participantId, role: message.role, mayControl: message.mayControl };
    case "role":
      return { ...state, role: message.role, mayControl: message.mayControl };
    case "presence":
      // The room's own line knows more, and knows it first.
      if (state.stay === "inside" || state.stay === "away") return state;
      return { ...state, people: known(state.people, message.people, message.people.length) };
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
