import type { Protocol } from "../../socket/protocol";
import { list, nullable, number, object, oneOf, text, type Readers } from "../../socket/readers";
import type { Read } from "../../socket/reply";

/** Namespace `/study-sessions`: contracts/study-sessions.md as types, and how to read them. */
export interface StudySession {
  readonly id: string;
  readonly userId: string;
  readonly subjectId: string;
  readonly type: "pomodoro" | "free";
  readonly status: "active" | "paused" | "ended";
  /** Seconds it ran, pauses not counted. */
  readonly duration: number;
  readonly revision: number;
  readonly studied?: number;
  readonly durationSeconds?: number | null;
  readonly remaining?: number | null;
  readonly phase?: Phase | null;
  readonly round?: number | null;
  readonly vmSessionId?: string | null;
  readonly pauseReason?: string | null;
  readonly endReason?: string | null;
}

export type Phase = "focus" | "break" | "long-break";

export interface Tick {
  readonly sessionId: string;
  readonly duration: number;
  readonly status: StudySession["status"];
  readonly remaining?: number | null;
  readonly phase?: Phase | null;
  readonly round?: number | null;
}

export interface StudyEvents {
  readonly authenticated: { readonly userId: string };
  readonly "session-state": { readonly session: StudySession | null; readonly shared: readonly StudySession[] };
  readonly "session-started": StudySession;
  readonly "session-paused": StudySession;
  readonly "session-resumed": StudySession;
  readonly "session-ended": StudySession;
  readonly "timer-update": Tick;
  readonly "phase-changed": { readonly sessionId: string; readonly phase: Phase; readonly round?: number };
  readonly error: { readonly message: string; readonly code?: string };
}

export interface StudyAnswers {
  readonly "start-session": { readonly session: StudySession };
  readonly "pause-session": { readonly session: StudySession };
  readonly "resume-session": { readonly session: StudySession };
  readonly "end-session": { readonly session: StudySession };
}

const status = oneOf("active", "paused", "ended");
const phase = oneOf("focus", "break", "long-break");
const session: Read<StudySession> = object(
  { id: text, userId: text, subjectId: text, type: oneOf("pomodoro", "free"), status, duration: number, revision: number },
  {
    studied: number,
    durationSeconds: nullable(number),
    remaining: nullable(number),
    phase: nullable(phase),
    round: nullable(number),
    vmSessionId: nullable(text),
    pauseReason: nullable(text),
    endReason: nullable(text),
  },
);
type Now = "sessionId" | "duration" | "status";
const tick: Read<Tick> = object<Pick<Tick, Now>, Omit<Tick, Now>>(
  { sessionId: text, duration: number, status },
  { remaining: nullable(number), phase: nullable(phase), round: nullable(number) } as Readers<Omit<Tick, Now>>,
);
const answer = object({ session });

export const STUDY: Protocol<StudyEvents, StudyAnswers> = {
  events: {
    authenticated: object({ userId: text }),
    "session-state": object({ session: nullable(session), shared: list(session) }),
    "session-started": session,
    "session-paused": session,
    "session-resumed": session,
    "session-ended": session,
    "timer-update": tick,
    "phase-changed": object({ sessionId: text, phase }, { round: number }),
    error: object({ message: text }, { code: text }),
  },
  commands: { "start-session": answer, "pause-session": answer, "resume-session": answer, "end-session": answer },
};
