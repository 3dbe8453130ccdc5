import type { Advice } from "../api/refusals";
import type { Session } from "../api/vm";

export type Place = "create" | "join" | "sessions";

export interface LobbyState {
  readonly name: string;
  readonly busy: Place | undefined;
  readonly trouble: { readonly place: Place; readonly advice: Advice } | undefined;
  /** Undefined before the first answer. */
  readonly sessions: readonly Session[] | undefined;
  /** The session whose end is to be confirmed. */
  readonly asking: string | undefined;
  readonly now: number;
}

export type LobbyEvent =
  | { readonly type: "named"; readonly name: string }
  | { readonly type: "started"; readonly place: Place }
  | { readonly type: "refused"; readonly place: Place; readonly advice: Advice }
  | { readonly type: "listed"; readonly sessions: readonly Session[]; readonly now: number }
  | { readonly type: "asked"; readonly id: string | undefined }
  | { readonly type: "finished" };

export function reduce(state: LobbyState, event: LobbyEvent): LobbyState {
  switch (event.type) {
    case "named":
      return { ...state, name: event.name };
    case "started":
      return { ...state, busy: event.place, trouble: undefined };
    case "refused":
      return { ...state, busy: undefined, trouble: { place: event.place, advice: event.advice } };
    case "listed":
      return { ...state, sessions: event.sessions.filter((one) => one.state !== "ended"), now: event.now };
    case "asked":
      return { ...state, asking: event.id };
    case "finished":
      return { ...state, busy: undefined };
  }
}
