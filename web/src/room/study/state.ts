import type { StudySession, Tick } from "./protocol";

/** The own timer, those of others in this room, and what is being done about them. */
export interface StudyState {
  readonly line: "away" | "here" | "refused";
  readonly user: string | undefined;
  readonly own: StudySession | undefined;
  readonly shared: readonly StudySession[];
  /** Seconds of finished sessions today; undefined until the server has told. */
  readonly today: number | undefined;
  readonly busy: boolean;
  /** The person is about to end it, and may write a note. */
  readonly ending: boolean;
  readonly trouble: string | undefined;
}

export type StudyEvent =
  | { readonly type: "line"; readonly line: StudyState["line"] }
  | { readonly type: "authenticated"; readonly user: string }
  | { readonly type: "state"; readonly session: StudySession | null; readonly shared: readonly StudySession[] }
  | { readonly type: "changed"; readonly session: StudySession }
  | { readonly type: "tick"; readonly tick: Tick }
  | { readonly type: "today"; readonly seconds: number }
  | { readonly type: "busy" }
  | { readonly type: "done" }
  | { readonly type: "refused"; readonly trouble: string }
  | { readonly type: "ending"; readonly ending: boolean };

export const NO_TIMER: StudyState = {
  line: "away",
  user: undefined,
  own: undefined,
  shared: [],
  today: undefined,
  busy: false,
  ending: false,
  trouble: undefined,
};

export function reduceStudy(state: StudyState, event: StudyEvent): StudyState {
  switch (event.type) {
    case "line":
      return { ...state, line: event.line };
    case "authenticated":
      return { ...state, line: "here", user: event.user };
    case "state":
      return { ...state, own: event.session ?? undefined, shared: event.shared.filter(({ status }) => status !== "ended") };
    case "changed":
      return changed(state, event.session);
    case "tick":
      return ticked(state, event.tick);
    case "today":
      return { ...state, today: event.seconds };
    case "busy":
      return { ...state, busy: true, trouble: undefined };
    case "done":
      return { ...state, busy: false, ending: false, trouble: undefined };
    case "refused":
      return { ...state, busy: false, trouble: event.trouble };
    case "ending":
      return { ...state, ending: event.ending, trouble: undefined };
  }
}

function changed(state: StudyState, session: StudySession): StudyState {
  if (session.userId === state.user) {
    if (state.own?.id === session.id && session.revision < state.own.revision) return state;
    // The end of an older one says nothing about the one that runs.
    if (session.status === "ended") {
      return state.own?.id === session.id ? { ...state, own: undefined, ending: false } : state;
    }
    return { ...state, own: session };
  }
  const known = state.shared.find(({ id }) => id === session.id);
  if (known && session.revision < known.revision) return state;
  const others = state.shared.filter(({ id }) => id !== session.id);
  return { ...state, shared: session.status === "ended" ? others : [...others, session] };
}

function ticked(state: StudyState, { sessionId, ...now }: Tick): StudyState {
  if (state.own?.id === sessionId) return { ...state, own: { ...state.own, ...now } };
  if (!state.shared.some(({ id }) => id === sessionId)) return state;
  return { ...state, shared: state.shared.map((one) => (one.id === sessionId ? { ...one, ...now } : one)) };
}
