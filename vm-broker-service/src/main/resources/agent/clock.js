// @ts-check
/** Puts timestamps of sources, each with an epoch of its own, on the VM's one media clock (µs since this worker began). */
const JUMP_US = 500_000;

export class MediaClock {
  /** @type {number | undefined} */
  #offset;

  static now() {
    return performance.now() * 1000;
  }

  /** Where `timestamp` of this source lies on the media clock; a source that jumps is anchored anew. */
  place(/** @type {number} */ timestamp) {
    const now = MediaClock.now();
    if (this.#offset === undefined || Math.abs(timestamp + this.#offset - now) > JUMP_US) this.#offset = now - timestamp;
    return timestamp + this.#offset;
  }
}
