const EVERY_MS = 2_000;
/** No answer for this long while the page is in front: the socket is dead, whatever the system says. */
const DEAF_MS = 8_000;

/** Asks the gateway for a sign of life. A page in the background is not judged: its timers stand still. */
export class Pinger {
  private readonly asked = new Map<number, number>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private id = 0;

  constructor(
    private readonly ask: (id: number) => void,
    private readonly answered: (rttMs: number) => void,
    private readonly deaf: () => void,
  ) {}

  start(): void {
    this.stop();
    this.timer = setInterval(() => this.ping(), EVERY_MS);
    this.ping();
  }

  stop(): void {
    clearInterval(this.timer);
    this.asked.clear();
  }

  pong(id: number): void {
    const at = this.asked.get(id);
    if (at === undefined) return;
    for (const earlier of this.asked.keys()) if (earlier <= id) this.asked.delete(earlier);
    this.answered(performance.now() - at);
  }

  private ping(): void {
    const oldest = this.asked.values().next().value;
    const now = performance.now();
    if (document.visibilityState !== "visible") this.asked.clear();
    else if (oldest !== undefined && now - oldest > DEAF_MS) return this.deaf();
    this.asked.set(++this.id, now);
    this.ask(this.id);
  }
}
