const EVERY_MS = 50;
const EVERY_BYTES = 16 * 1024;

/**
 * Counts the bytes that were drawn, played or thrown away, and tells the gateway: at once after 16 KiB, else within
 * 50 ms. Bytes count when the player is done with them, so that the gateway's window measures what a person waits for.
 */
export class Acks {
  private done = 0;
  private told = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (bytes: number) => void) {}

  /** A new socket counts from zero. */
  reset(): void {
    this.done = this.told = 0;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  add(bytes: number): void {
    this.done += bytes;
    if (this.done - this.told >= EVERY_BYTES) this.tell();
    else this.timer ??= setTimeout(() => this.tell(), EVERY_MS);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.done === this.told) return;
    this.told = this.done;
    this.send(this.done);
  }
}
