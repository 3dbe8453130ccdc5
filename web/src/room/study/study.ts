import { studiedToday } from "../../api/study";
import type { FlotillaSocket } from "../../socket/flotilla-socket";
import type { Namespace } from "../../socket/namespace";
import type { Reply } from "../../socket/reply";
import { randomKey } from "../../ui/random-key";
import { STUDY, type StudyAnswers, type StudyEvents, type StudySession } from "./protocol";
import type { StudyEvent, StudyState } from "./state";

export interface Start {
  readonly subjectId: string;
  readonly type: "pomodoro" | "free";
  readonly durationSeconds?: number;
  /** With everybody in this VM session. */
  readonly vmSessionId?: string;
}

export interface StudyListener {
  state(): StudyState;
  tell(event: StudyEvent): void;
  toast(text: string): void;
}

const PHASES = { focus: "Focus", break: "Break", "long-break": "Long break" } as const;

/** The line of study timers: the server's clock ticks, this only shows it. */
export class Study {
  private readonly namespace: Namespace<StudyEvents, StudyAnswers>;
  private welcome: (() => void) | undefined;

  constructor(
    socket: FlotillaSocket,
    private readonly listener: StudyListener,
  ) {
    this.namespace = socket.namespace("/study-sessions", STUDY);
    // Commands wait until the server knows who this is.
    this.namespace.greet = () => new Promise((known) => (this.welcome = () => known(true)));
    this.hear();
  }

  open(): void {
    this.namespace.open();
    void this.count();
  }

  async start(start: Start): Promise<void> {
    this.listener.tell({ type: "busy" });
    this.answered(await this.namespace.command("start-session", { id: randomKey(), ...start }));
  }

  async pause(sessionId: string): Promise<void> {
    this.answered(await this.namespace.command("pause-session", { id: randomKey(), sessionId }));
  }

  async resume(sessionId: string): Promise<void> {
    this.answered(await this.namespace.command("resume-session", { id: randomKey(), sessionId }));
  }

  async end(sessionId: string, notes: string): Promise<void> {
    this.listener.tell({ type: "busy" });
    const wish = { id: randomKey(), sessionId, ...(notes.trim() ? { notes: notes.trim() } : {}) };
    this.answered(await this.namespace.command("end-session", wish));
  }

  private hear(): void {
    const { namespace, listener } = this;
    namespace.on("authenticated", ({ userId }) => {
      listener.tell({ type: "authenticated", user: userId });
      this.welcome?.();
    });
    namespace.on("session-state", ({ session, shared }) => listener.tell({ type: "state", session, shared }));
    for (const news of ["session-started", "session-paused", "session-resumed"] as const) {
      namespace.on(news, (session) => listener.tell({ type: "changed", session }));
    }
    namespace.on("session-ended", (session) => {
      const own = listener.state().own?.id === session.id;
      listener.tell({ type: "changed", session });
      if (own && session.endReason === "completed") listener.toast("Your study time is over. Well done.");
      if (own) void this.count();
    });
    namespace.on("timer-update", (tick) => listener.tell({ type: "tick", tick }));
    namespace.on("phase-changed", ({ sessionId, phase }) => {
      if (listener.state().own?.id === sessionId) listener.toast(`${PHASES[phase]} now.`);
    });
    namespace.onState(({ name }) => {
      if (name === "away") listener.tell({ type: "line", line: "away" });
      if (name === "refused" || name === "ended") listener.tell({ type: "line", line: "refused" });
    });
  }

  private answered(reply: Reply<{ readonly session: StudySession }>): void {
    if (!reply.ok) return this.listener.tell({ type: "refused", trouble: reply.error.message });
    this.listener.tell({ type: "changed", session: reply.value.session });
    this.listener.tell({ type: "done" });
  }

  private async count(): Promise<void> {
    const seconds = await studiedToday();
    if (seconds !== undefined) this.listener.tell({ type: "today", seconds });
  }
}
