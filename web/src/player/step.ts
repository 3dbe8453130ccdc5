const SHORTEST_MS = 30;
const LONGEST_MS = 250;

/**
 * How long sound should wait so that it is heard when its picture is seen. A transit is "arrived minus pts" in ms: its
 * zero means nothing, but sound and picture share it. Sound waits for a slower picture, and at least for its own jitter.
 */
export class Step {
  private picture: number | undefined;
  private sound: number | undefined;
  private jitter = 0;

  drew(ptsMicros: number, nowMs: number): void {
    this.picture = follow(this.picture, nowMs - ptsMicros / 1000);
  }

  heard(ptsMicros: number, nowMs: number): void {
    const transit = nowMs - ptsMicros / 1000;
    if (this.sound !== undefined) this.jitter += (Math.abs(transit - this.sound) - this.jitter) / 16;
    this.sound = follow(this.sound, transit);
  }

  /** A new stream has a new clock. */
  reset(): void {
    this.picture = this.sound = undefined;
    this.jitter = 0;
  }

  soundDelayMs(): number {
    const behind = this.picture !== undefined && this.sound !== undefined ? this.picture - this.sound : 0;
    return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, this.jitter * 3 + 20, behind)));
  }
}

/** Follows slowly, but a clock that jumped by more than a second at once. */
function follow(average: number | undefined, value: number): number {
  if (average === undefined || Math.abs(value - average) > 1000) return value;
  return average * 0.9 + value * 0.1;
}
