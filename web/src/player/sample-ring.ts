/**
 * A jitter buffer of decoded sound. It begins to play when `target` samples wait, plays silence and fills up again when
 * it runs dry, and skips to `target` when far more wait than wanted, for late sound is worse than a lost moment.
 */
export class SampleRing {
  private readonly data: Float32Array[];
  private read = 0;
  private filled = 0;
  private playing = false;

  /** @param slack how many samples beyond the target are put up with */
  constructor(
    channels: number,
    private readonly capacity: number,
    private target: number,
    private readonly slack: number,
  ) {
    this.data = Array.from({ length: channels }, () => new Float32Array(capacity));
  }

  get waiting(): number {
    return this.filled;
  }

  aim(target: number): void {
    this.target = Math.max(0, Math.min(target, this.capacity - this.slack - 1));
  }

  push(channels: readonly Float32Array[]): void {
    const count = channels[0]?.length ?? 0;
    if (count > this.capacity) return;
    const overflow = this.filled + count - this.capacity;
    if (overflow > 0) this.skip(overflow);
    this.data.forEach((ring, index) => {
      const source = channels[Math.min(index, channels.length - 1)];
      if (!source) return;
      const at = (this.read + this.filled) % this.capacity;
      const first = Math.min(count, this.capacity - at);
      ring.set(source.subarray(0, first), at);
      ring.set(source.subarray(first), 0);
    });
    this.filled += count;
    if (this.filled > this.target + this.slack + count) this.skip(this.filled - this.target);
  }

  /** Fills `out` and tells how many of its samples are sound. */
  pull(out: readonly Float32Array[]): number {
    const wanted = out[0]?.length ?? 0;
    if (!this.playing) this.playing = this.filled >= Math.max(this.target, wanted);
    if (!this.playing) {
      for (const channel of out) channel.fill(0);
      return 0;
    }
    const count = Math.min(wanted, this.filled);
    out.forEach((channel, index) => {
      const ring = this.data[Math.min(index, this.data.length - 1)];
      for (let i = 0; i < count; i++) channel[i] = ring?.[(this.read + i) % this.capacity] ?? 0;
      channel.fill(0, count);
    });
    this.skip(count);
    if (count < wanted) this.playing = false;
    return count;
  }

  private skip(count: number): void {
    const dropped = Math.min(count, this.filled);
    this.read = (this.read + dropped) % this.capacity;
    this.filled -= dropped;
  }
}
