import type { Stay } from "../../socket/flotilla-room";
import { known, present } from "../people/state";
import type { RoomState } from "../state";
import type { Clock, Control, Participant, Presence, Snapshot, Warning } from "./protocol";

export type LiveEvent =
  | { readonly type: "stay"; readonly stay: Stay["name"] }
  | { readonly type: "snapshot"; readonly snapshot: Omit<Snapshot, "chat" | "recovered"> }
  | { readonly type: "presence"; readonly presence: Presence }
  | { readonly type: "you"; readonly you: Participant }
  | { readonly type: "control"; readonly control: Control }
  | { readonly type: "warning"; readonly warning: Warning }
  | { readonly type: "clock"; readonly expiresAt: Clock["expiresAt"] };

export function liveEvent(state: RoomState, event: LiveEvent): RoomState {
  switch (event.type) {
    case "stay":
      return { ...state, stay: event.stay };
    case "snapshot":
      return entered(state, event.snapshot);
    case "presence":
      return { ...state, people: present(state.people, event.presence) };
    case "you":
      return { ...state, role: event.you.role };
    case "control":
      return { ...state, control: newer(state.control, event.control) };
    case "warning":
      return { ...state, warning: standing(event.warning) };
    case "clock":
      return { ...state, expiresAt: event.expiresAt ?? undefined };
  }
}

function entered(state: RoomState, snapshot: Omit<Snapshot, "chat" | "recovered">): RoomState {
  const { you, participants, total, control, warning, clock } = snapshot;
  return {
    ...state,
    self: you.participantId,
    role: you.role,
    people: known(state.people, participants, total),
    // After a loss of all that was known, versions may count anew.
    control,
    ...(warning === undefined ? {} : { warning: warning ? standing(warning) : undefined }),
    ...(clock ? { expiresAt: clock.expiresAt ?? undefined } : {}),
  };
}

function newer(before: Control | undefined, told: Control): Control {
  return before && before.version > told.version ? before : told;
}

function standing({ reason, closesAt }: Warning): RoomState["warning"] {
  return closesAt === null ? undefined : { reason, closesAt };
}
