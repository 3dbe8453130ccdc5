import { CsrfToken } from "./csrf";
import { announceExpired, tell } from "./expiry";
import { askInfo } from "./info";
import { changesIdentity, codeOf, GuardedFetch } from "./guarded-fetch";
import type { SessionManagerOptions } from "./options";
import { judge, nextLook, type SessionInfo, type Watched } from "./watch";

export type { SessionManagerOptions } from "./options";
export type { SessionInfo } from "./watch";

/** The longest that signing in may take. */
const CHANGE_MS = 20_000;

/**
 * Looks after the user session of this page: calls carry its CSRF token, its end is seen coming. Events, on the window and
 * on this object: `sessionWarning{remainingSeconds}`, `sessionExpired{sessionId}`. A page that is hidden asks nothing.
 */
export class SessionManagerClient extends EventTarget {
  private readonly send: typeof fetch;
  private readonly token: CsrfToken;
  private readonly pollMs: number;
  private readonly doubtMs: number;
  private rules;
  private watched: Watched = {};
  private last: SessionInfo | null = null;
  private patientUntil = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private listening = new AbortController();

  constructor(private readonly options: SessionManagerOptions = {}) {
    super();
    this.send = options.fetch ?? ((...call) => globalThis.fetch(...call));
    this.token = new CsrfToken((input, init) => this.send(this.request(input, init)));
    this.pollMs = options.pollMs ?? 30_000;
    this.doubtMs = options.doubtMs ?? 1_500;
    this.rules = { autoExtend: options.autoExtend ?? false, warningThreshold: options.warningThreshold ?? 300 };
  }

  /** Opens a session where there is none, and watches it from now on. Calling it again changes nothing. */
  init(): Promise<void> {
    return (this.running ??= this.start());
  }

  /** The session as it was seen last; null when there is none. */
  get session(): SessionInfo | null {
    return this.last;
  }

  /** As the browser's fetch, with the CSRF token on calls that change something on this page's own origin. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = this.request(input, init);
    const { method, url } = request;
    const origin = new URL(this.base).origin;
    const guarded = new GuardedFetch(this.token, this.send, origin);
    if (changesIdentity(method, url, origin)) return this.changing(() => guarded.fetch(request));
    const response = await guarded.fetch(request);
    if (response.status === 401 && new URL(url).origin === origin && (await codeOf(response)) === "SESSION_EXPIRED") {
      // Another tab may have opened another one since.
      void this.check();
    }
    return response;
  };

  setAutoExtend(on: boolean): void {
    this.rules = { ...this.rules, autoExtend: on };
    if (this.last) this.see(this.last);
  }

  /** @param seconds before the end of the session */
  setWarningThreshold(seconds: number): void {
    if (!(seconds >= 0)) throw new RangeError("A warning threshold is a number of seconds");
    this.rules = { ...this.rules, warningThreshold: seconds };
    if (this.last) this.see(this.last);
  }

  /** Puts the end off. False when the server would not. */
  async extend(): Promise<boolean> {
    const response = await this.fetch("/api/session/extend", { method: "POST" }).catch(() => undefined);
    if (!response?.ok) return false;
    const { session } = (await response.json()) as { session?: SessionInfo };
    if (session) this.see(session);
    return true;
  }

  /** Ends the session, here and on the server. */
  async clear(): Promise<void> {
    await this.fetch("/api/session/clear", { method: "POST" });
  }

  /** Looks at the session now. */
  async check(): Promise<SessionInfo | null> {
    let found = await this.ask();
    if (found === null && this.watched.sessionId) {
      // While this browser signs in, the old session ends a moment before the new cookie comes.
      do {
        await new Promise((resolve) => setTimeout(resolve, this.doubtMs));
        found = await this.ask();
      } while (found === null && Date.now() < this.patientUntil);
    }
    if (found !== undefined) this.see(found);
    this.plan();
    return this.last;
  }

  /** The next call that changes something asks for a token anew. */
  forgetToken(): void {
    this.token.forget();
  }

  /** Lets go of the page; `init` starts again. */
  destroy(): void {
    clearTimeout(this.timer);
    this.listening.abort();
    this.running = undefined;
  }

  readonly stop = (): void => this.destroy();

  private async start(): Promise<void> {
    this.listening = new AbortController();
    const { signal } = this.listening;
    globalThis.document?.addEventListener("visibilitychange", () => this.turned(), { signal });
    // Told by SessionSync: another tab signs in or out, or has done so.
    this.target.addEventListener("sessionIdentityChanging", () => (this.patientUntil = Date.now() + CHANGE_MS), {
      signal,
    });
    for (const type of ["sessionStateChanged", "sessionExpired", "sessionIdentityChanged"]) {
      this.target.addEventListener(type, () => this.news(), { signal });
    }
    await this.token.read().catch(() => "");
    if (!signal.aborted) await this.check();
  }

  private news(): void {
    this.token.forget();
    this.patientUntil = 0;
  }

  private ask(): Promise<SessionInfo | null | undefined> {
    return askInfo((path, init) => this.send(this.request(path, init)));
  }

  private turned(): void {
    clearTimeout(this.timer);
    if (document.visibilityState === "visible") void this.check();
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (!this.running || this.listening.signal.aborted || globalThis.document?.visibilityState === "hidden") return;
    this.timer = setTimeout(() => void this.check(), nextLook(this.last, this.rules, this.pollMs));
  }

  private see(info: SessionInfo | null): void {
    const { watched, finding } = judge(this.watched, info, this.rules);
    this.watched = watched;
    this.last = info;
    if (finding.type === "extend") void this.extend().then((done) => !done && this.last && this.see(this.last));
    if (finding.type === "warn")
      tell(this.target, this, "sessionWarning", { remainingSeconds: finding.remainingSeconds });
    if (finding.type === "expired") {
      this.token.forget();
      announceExpired(this.target, this, { sessionId: finding.sessionId });
    }
  }

  /** A call after which this browser may be somebody else. */
  private async changing(call: () => Promise<Response>): Promise<Response> {
    tell(this.target, this, "sessionIdentityChanging", { elsewhere: false });
    try {
      const response = await call();
      if (response.ok) {
        this.token.forget();
        this.watched = {};
        this.last = null;
      }
      return response;
    } finally {
      tell(this.target, this, "sessionIdentityChanged", {});
      if (this.running) void this.check();
    }
  }

  private get target(): EventTarget {
    return this.options.target ?? globalThis.window ?? this;
  }

  private get base(): string {
    return this.options.base ?? globalThis.document?.baseURI ?? "http://localhost/";
  }

  private request(input: RequestInfo | URL, init?: RequestInit): Request {
    return new Request(input instanceof Request ? input : new URL(String(input), this.base), init);
  }
}
