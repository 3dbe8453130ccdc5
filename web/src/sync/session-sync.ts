import { tell } from "../session/expiry";
import { FlotillaSocket } from "../socket/flotilla-socket";
import { announcer } from "./announcer";
import { openChannel, type Channel } from "./channel";
import { EventLine } from "./event-line";
import { Hearing } from "./hearing";
import { DOUBT_MS, Knowledge } from "./knowledge";
import { Looker } from "./looker";
import { Metrics, type PerformanceMetrics } from "./metrics";
import { Pulse } from "./pulse";
import type { SessionSyncOptions } from "./options";
import type { SessionState } from "./session-state";
import { storage } from "./storage";
import { tabId } from "./tab-id";
import type { TabMessage } from "./tabs";

/**
 * Keeps the tabs of a browser and the devices of a user in step. Events, on the window and on this object:
 * `sessionStateChanged` (the state), `platformSwitched{platformId, platformName}` (elsewhere, not by this tab),
 * `sessionExpired{sessionId, reason?}`, `sessionsChanged` when another session of the user came or went, and `notice{message}`
 * from whoever looks after this Flotilla.
 */
export class SessionSync extends EventTarget {
  debugMode = false;
  isInitialized = false;
  lastSyncTime: number | null = null;

  readonly tabId = tabId(storage("sessionStorage"), globalThis.window);
  private readonly metrics = new Metrics();
  private readonly knowledge: Knowledge;
  private readonly looker: Looker;
  private readonly pulse: Pulse;
  private readonly hearing: Hearing;
  private life = new AbortController();
  private line: EventLine | undefined;
  private channel: Channel | undefined;

  constructor(private readonly options: SessionSyncOptions = {}) {
    super();
    this.knowledge = new Knowledge(announcer(this));
    this.looker = new Looker(this.send, {
      known: () => (this.knowledge.isComplete ? this.knowledge.state : undefined),
      found: (state, own) => this.learn(state, own),
      done: (ms, ok) => {
        this.metrics.synced(ms, ok);
        if (ok) this.lastSyncTime = Date.now();
      },
    });
    this.pulse = new Pulse({
      lead: (leads) => (leads ? this.connect() : this.line?.close()),
      beat: () => this.knowledge.print && this.tellTabs({ type: "beat", print: this.knowledge.print }),
      heartbeat: (active) => this.heartbeat(active),
      acted: () => this.tellTabs({ type: "active" }),
      look: () => void this.looker.look(),
      online: () => this.connect(),
      paused: () => this.looker.stop(),
    });
    this.hearing = new Hearing(
      this.knowledge,
      this.looker,
      this.pulse,
      (message) => this.tellTabs(message),
      () => tell(window, this, "sessionsChanged", {}),
      (message) => tell(window, this, "notice", { message }),
      () => tell(window, this, "sessionIdentityChanging", { elsewhere: true }),
    );
  }

  /** Joins the other tabs. Calling it again changes nothing. */
  init(): void {
    if (this.isInitialized) return;
    this.isInitialized = true;
    const { BroadcastChannel } = globalThis;
    this.channel = openChannel(
      this.tabId,
      ({ from, message }) => {
        this.metrics.heard++;
        this.debug("heard", message.type, from);
        this.hearing.tab(message);
      },
      { BroadcastChannel, storage: storage("localStorage"), page: window },
    );
    this.line ??= new EventLine(this.options.socket ?? new FlotillaSocket(), {
      heard: (event) => this.hearing.server(event),
      over: () => this.looker.soon(),
    });
    const { signal } = (this.life = new AbortController());
    addEventListener("sessionIdentityChanging", this.expectChange, { signal });
    addEventListener("sessionIdentityChanged", this.identityChanged, { signal });
    addEventListener("sessionExpired", ({ detail }) => this.hearing.ended(detail.reason, true), { signal });
    this.pulse.start();
  }

  /** Leaves the other tabs; `init` joins them again. */
  destroy(): void {
    this.pulse.stop();
    this.life.abort();
    this.channel?.close();
    this.isInitialized = false;
  }

  get isOnline(): boolean {
    return globalThis.navigator?.onLine !== false;
  }

  /** What is known of this browser's session; undefined before the first answer. */
  get state(): SessionState | undefined {
    return this.knowledge.state;
  }

  /** When the server has been asked, or could not be: what `state` has then, no event tells of a guest. */
  get ready(): Promise<void> {
    return this.looker.settled;
  }

  get isSignedIn(): boolean {
    return this.knowledge.state?.authenticated === true;
  }

  /** Unique among tabs, kept over a reload. */
  getTabId(): string {
    return this.tabId;
  }

  getPerformanceMetrics(): PerformanceMetrics {
    return this.metrics.read(this.lastSyncTime, this.pulse.leads);
  }

  /** Asks the server for the full state now; null when nobody is signed in or no answer comes. */
  async syncSessionState(): Promise<SessionState | null> {
    await this.looker.look("full");
    return this.isSignedIn ? this.knowledge.state! : null;
  }

  /** Whether the server still takes this session. No answer is no. */
  async validateSession(): Promise<boolean> {
    const response = await this.send("/api/session/validate", { method: "POST" }).catch(() => undefined);
    if (response?.status === 401) void this.looker.look();
    if (!response?.ok) return false;
    return ((await response.json()) as { valid?: boolean }).valid === true;
  }

  /** To be called by the tab that switched the platform; the others hear `platformSwitched`. */
  notifyPlatformSwitch(id: string | number | null, platformName: string | null): void {
    const change = { platformId: id === null ? null : String(id), platformName };
    this.tellTabs({ type: "switched", ...change });
    this.knowledge.switched(change, false, Date.now());
    this.looker.soon();
  }

  /** To be called by the tab that signed in or out, unless `sessionManager.fetch` did it: that tells by itself. */
  readonly identityChanged = (): void => {
    this.knowledge.expectChange(false, Date.now());
    this.tellTabs({ type: "identity" });
    void this.looker.look("own");
  };

  private readonly expectChange = ({ detail }: CustomEvent<{ elsewhere: boolean }>): void => {
    if (detail.elsewhere) return;
    this.knowledge.expectChange(true, Date.now());
    this.tellTabs({ type: "changing" });
  };

  private learn(next: SessionState, own: boolean): void {
    if (!own && this.knowledge.doubts(next, Date.now())) return this.looker.soon(DOUBT_MS);
    const before = this.knowledge.sessionId;
    this.knowledge.learn(next, own, Date.now());
    if (before !== this.knowledge.sessionId) this.connect(before !== undefined);
  }

  private connect(anew = false): void {
    if (!this.pulse.leads || !this.knowledge.sessionId) return this.line?.close();
    if (anew) this.line?.renew();
    else this.line?.open();
  }

  private heartbeat(active: boolean): void {
    this.knowledge.forgetDifference();
    this.connect();
    if (active && this.knowledge.sessionId)
      void this.send("/api/session/heartbeat", { method: "POST" }).catch(() => {});
    // The line tells of everything but its own silence.
    if (document.visibilityState === "visible" || !this.line?.isOpen) void this.looker.look();
  }

  private tellTabs(message: TabMessage): void {
    this.metrics.sent++;
    this.channel?.send(message);
  }

  private readonly send: typeof fetch = (input, init) =>
    (this.options.fetch ?? window.sessionManager?.fetch ?? fetch)(input, init);

  private debug(...words: unknown[]): void {
    if (this.debugMode) console.debug("[sessionSync]", this.tabId, ...words);
  }
}
