import { backoffMs } from "./backoff";
import { ask, inquire } from "./inquiry";
import { NOBODY, type SessionState } from "./session-state";

const TRIES = 3;
const SOON_MS = 150;

export interface LookListener {
  /** What is known already, if that is everything. */
  known(): SessionState | undefined;
  /** @param own this very tab changed who it is */
  found(state: SessionState, own: boolean): void;
  done(ms: number, ok: boolean): void;
}

/** One look at a time; what asks for one meanwhile gets a fresh one after it. Failures are tried again after 1, 2, 4 s. */
export class Looker {
  private running: Promise<void> | undefined;
  private again = false;
  private full = false;
  private own = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly send: typeof fetch,
    private readonly listener: LookListener,
  ) {}

  look(how?: "full" | "own"): Promise<void> {
    clearTimeout(this.timer);
    this.full ||= how === "full";
    this.own ||= how === "own";
    this.again = true;
    return (this.running ??= this.run().finally(() => (this.running = undefined)));
  }

  get settled(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  /** In a moment, not all tabs at once. */
  soon(ms = SOON_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), ms + 3 * SOON_MS * Math.random());
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.once();
    }
  }

  private async once(): Promise<void> {
    const begun = performance.now();
    const { full, own } = this;
    this.full = this.own = false;
    const found = await this.inquire(full);
    const ok = found.type === "state";
    this.listener.done(performance.now() - begun, ok);
    if (found.type === "state") {
      this.failures = 0;
      // What was asked before this tab changed who it is says nothing any more.
      if (!this.own) this.listener.found(found.state, own);
      return;
    }
    this.own ||= own;
    this.failures++;
    // After these tries the regular look goes on.
    if (this.failures <= TRIES) this.timer = setTimeout(() => void this.look(), backoffMs(this.failures));
    else this.failures = 0;
  }

  private async inquire(full: boolean) {
    if (!full) return inquire(this.send, this.listener.known());
    const found = await ask(this.send, "/api/session_state");
    // A guest is not nobody, but only the other route knows.
    return found.type === "state" && found.state === NOBODY ? inquire(this.send, undefined) : found;
  }
}
