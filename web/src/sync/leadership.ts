const NAME = "flotilla.session-sync";

/**
 * One tab of a browser talks to the server for all: whoever holds a Web Lock. It passes on when that tab closes, and a tab
 * that is looked at takes it from one that sleeps. Without Web Locks (plain HTTP) each visible tab leads itself.
 */
export class Leadership {
  private leads = false;
  private turn = 0;
  private release: (() => void) | undefined;
  private waiting: AbortController | undefined;
  private running = false;

  constructor(
    private readonly locks: LockManager | undefined,
    private readonly visible: () => boolean,
    private readonly changed: (leads: boolean) => void,
  ) {}

  get mine(): boolean {
    return this.leads;
  }

  start(): void {
    this.running = true;
    if (this.locks) void this.wait(false);
    else this.lead(this.visible());
  }

  stop(): void {
    this.running = false;
    this.turn++;
    this.waiting?.abort();
    this.release?.();
    this.lead(false);
  }

  /** The page was shown or hidden. */
  turned(): void {
    if (this.running && !this.locks) this.lead(this.visible());
  }

  /** The leader has not been heard for long. */
  take(): void {
    if (!this.running || this.leads || !this.locks || !this.visible()) return;
    this.waiting?.abort();
    void this.wait(true);
  }

  private async wait(steal: boolean): Promise<void> {
    const turn = ++this.turn;
    const waiting = (this.waiting = new AbortController());
    try {
      await this.locks!.request(NAME, steal ? { steal } : { signal: waiting.signal }, () => this.hold(turn));
    } catch {
      // Called off, or taken by another tab.
    }
    if (turn !== this.turn) return;
    this.lead(false);
    if (this.running) void this.wait(false);
  }

  private hold(turn: number): Promise<void> | undefined {
    if (turn !== this.turn) return undefined;
    const held = new Promise<void>((release) => (this.release = release));
    this.lead(true);
    return held;
  }

  private lead(leads: boolean): void {
    if (this.leads === leads) return;
    this.leads = leads;
    this.changed(leads);
  }
}
