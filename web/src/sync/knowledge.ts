import { Echoes } from "./echoes";
import { changesBetween, idOf, printOf, switchedTo, type SessionState } from "./session-state";
import type { ServerEvent } from "./server-events";

export interface Switch {
  readonly platformId: string | null;
  readonly platformName: string | null;
}

export interface KnowledgeListener {
  stateChanged(state: SessionState): void;
  platformSwitched(change: Switch): void;
  expired(sessionId: string, reason: string | undefined): void;
}

/** A new identity ends the old session a moment before this browser has its new cookie. */
const REPLACED = new Set(["signed-in", "password-changed"]);
export const DOUBT_MS = 1_500;
/** Hashing a password may take its time on a busy machine. */
export const CHANGE_MS = 20_000;
/** The same switch may be heard in several ways, all of them within this time. */
const SAME_MS = 2_000;

/** What this tab knows of the session, and which news are news. */
export class Knowledge {
  private current: SessionState | undefined;
  private readonly echoes = new Echoes();
  /** A switch was heard of; its details come with the next look. */
  private half = false;
  private lastSwitch: { readonly id: string | null; readonly at: number } | undefined;
  private strange = "";
  /** What was heard of the end before the look that finds the session gone. */
  private end: { readonly reason: string | undefined; readonly sure: boolean } | undefined;
  private doubtedSince: number | undefined;
  private changingUntil = 0;

  constructor(private readonly listener: KnowledgeListener) {}

  get state(): SessionState | undefined {
    return this.current;
  }

  /** Nothing of it is still to be asked for. */
  get isComplete(): boolean {
    return this.current?.session?.created_at !== undefined && !this.half;
  }

  get sessionId(): string | undefined {
    return this.current?.session?.session_id;
  }

  get print(): string | undefined {
    return this.current && printOf(this.current);
  }

  /**
   * Takes an answer of the server.
   *
   * @param own this tab changed who it is: its own doing is no news to it
   */
  learn(next: SessionState, own: boolean, now: number): void {
    const changes = changesBetween(this.current, next);
    const filled = this.half && changes.length === 0;
    const reason = this.end?.reason;
    this.current = next;
    this.half = false;
    this.end = undefined;
    this.doubtedSince = undefined;
    for (const change of changes) {
      if (change.type === "sessionExpired" && !own) this.listener.expired(change.sessionId, reason);
      if (change.type !== "platformSwitched") continue;
      this.lastSwitch = { id: change.platformId, at: now };
      this.listener.platformSwitched(change);
    }
    if (changes.length > 0 || filled) this.listener.stateChanged(next);
  }

  /** The session is said to be over. @param sure this browser's cookie is what it will be */
  hearEnd(reason: string | undefined, sure: boolean): void {
    this.end = { reason, sure: sure && !(reason && REPLACED.has(reason)) };
  }

  /** Another tab of this browser is about to change who it is, or (`false`) has done so. */
  expectChange(changing: boolean, now: number): void {
    this.changingUntil = changing ? now + CHANGE_MS : 0;
  }

  /** Whether a session that is gone may only be on its way to the next: then look again in {@link DOUBT_MS}. */
  doubts(next: SessionState, now: number): boolean {
    const gone = changesBetween(this.current, next).some(({ type }) => type === "sessionExpired");
    if (!gone || this.end?.sure) return false;
    this.doubtedSince ??= now;
    return now < Math.max(this.doubtedSince + DOUBT_MS, this.changingUntil);
  }

  /** A tab of this browser switched; here, when `elsewhere` is false. */
  switched(change: Switch, elsewhere: boolean, now: number): void {
    this.echoes.expect(change.platformId, now);
    this.follow(change, elsewhere, now);
  }

  /** The server tells of a switch. False when a tab of this browser did it and all have heard. */
  switchedOnServer({ platform, by }: ServerEvent & { type: "platform_switched" }, now: number): Switch | undefined {
    const { platformId, platformName } = switchedTo(platform);
    if (by === this.sessionId && this.echoes.swallow(platformId, now)) return undefined;
    const change = { platformId, platformName };
    this.follow(change, true, now);
    return change;
  }

  /** Whether the leader knows something else. Told once for each difference: tabs that cannot agree must not ask forever. */
  differsFrom(print: string): boolean {
    if (!this.current || print === this.print || print === this.strange) return false;
    this.strange = print;
    return true;
  }

  forgetDifference(): void {
    this.strange = "";
  }

  private follow(change: Switch, announce: boolean, now: number): void {
    const { platformId, platformName } = change;
    const known = this.lastSwitch?.id === platformId && now - this.lastSwitch.at < SAME_MS;
    this.lastSwitch = { id: platformId, at: now };
    if (this.current && idOf(this.current.platform) !== platformId) {
      const platform = platformId === null ? null : { id: platformId, name: platformName ?? "" };
      this.current = { ...this.current, platform };
      this.half = true;
    }
    if (announce && !known) this.listener.platformSwitched({ platformId, platformName });
  }
}
