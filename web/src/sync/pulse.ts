import { onActivity } from "./activity";
import { Leadership } from "./leadership";

const CHECK_MS = 2_000;
const HEARTBEAT_MS = 30_000;
const LEADER_SILENT_MS = 7_000;

export interface PulseListener {
  lead(leads: boolean): void;
  /** The leader's sign of life to the other tabs. */
  beat(): void;
  /** @param active somebody did something in one of the tabs since the last one: only that may keep a session alive */
  heartbeat(active: boolean): void;
  /** Somebody did something in this tab, which does not lead. */
  acted(): void;
  look(): void;
  online(): void;
  paused(): void;
}

/** What happens by the clock and by the page being shown, hidden, kept and brought back; and which tab leads. */
export class Pulse {
  private readonly leadership: Leadership;
  private life = new AbortController();
  private timers: ReturnType<typeof setInterval>[] = [];
  private lastBeat = 0;
  /** Opening a page is an act. */
  private active = true;

  constructor(private readonly listener: PulseListener) {
    this.leadership = new Leadership(globalThis.navigator?.locks, visible, (leads) => {
      // Whoever led has heard nobody: the next leader gets time to be heard.
      this.heardBeat();
      listener.lead(leads);
    });
  }

  get leads(): boolean {
    return this.leadership.mine;
  }

  start(): void {
    const { signal } = (this.life = new AbortController());
    document.addEventListener("visibilitychange", () => this.turned(), { signal });
    addEventListener("online", () => this.online(), { signal });
    // A page in the back/forward cache may hold no line and no lock.
    addEventListener("pagehide", () => this.pause(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.resume(), { signal });
    onActivity(window, () => this.acted(), signal);
    this.resume();
  }

  stop(): void {
    this.life.abort();
    this.pause();
  }

  heardBeat(): void {
    this.lastBeat = Date.now();
  }

  heardActivity(): void {
    this.active = true;
  }

  private resume(): void {
    this.lastBeat = Date.now();
    this.leadership.start();
    this.timers = [setInterval(() => this.check(), CHECK_MS), setInterval(() => this.heartbeat(), HEARTBEAT_MS)];
    this.listener.look();
  }

  private pause(): void {
    this.timers.forEach(clearInterval);
    this.leadership.stop();
    this.listener.paused();
  }

  private check(): void {
    if (this.leads) return this.listener.beat();
    if (Date.now() - this.lastBeat < LEADER_SILENT_MS) return;
    this.lastBeat = Date.now();
    this.leadership.take();
  }

  private heartbeat(): void {
    if (!this.leads) return;
    const active = this.active;
    this.active = false;
    this.listener.heartbeat(active);
  }

  private acted(): void {
    this.active = true;
    if (!this.leads) this.listener.acted();
  }

  private turned(): void {
    this.leadership.turned();
    if (visible()) this.listener.look();
  }

  private online(): void {
    this.listener.online();
    this.listener.look();
  }
}

function visible(): boolean {
  return globalThis.document?.visibilityState !== "hidden";
}
