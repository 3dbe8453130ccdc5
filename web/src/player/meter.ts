export interface Quality {
  readonly fps: number;
  readonly megabits: number;
  /** Round trip to the gateway in ms, or undefined before the first answer. */
  readonly rttMs: number | undefined;
}

/** Counts over the last second or so; `read` closes a measuring span and opens the next. */
export class Meter {
  private frames = 0;
  private bytes = 0;
  private since: number;
  private rtt: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  drew(): void {
    this.frames++;
  }

  received(bytes: number): void {
    this.bytes += bytes;
  }

  /** A moving average that follows a jump within a few answers. */
  answered(ms: number): void {
    this.rtt = this.rtt === undefined ? ms : this.rtt * 0.7 + ms * 0.3;
  }

  read(): Quality {
    const seconds = Math.max(0.001, (this.now() - this.since) / 1000);
    const quality = {
      fps: Math.round(this.frames / seconds),
      megabits: Math.round((this.bytes * 8) / seconds / 100_000) / 10,
      rttMs: this.rtt === undefined ? undefined : Math.round(this.rtt),
    };
    this.frames = this.bytes = 0;
    this.since = this.now();
    return quality;
  }
}
