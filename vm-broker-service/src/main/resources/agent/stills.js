// @ts-check
/** JPEG pictures for viewers that can decode no stream: at most ten a second, the newest frame always gets through. */
import { STILL, STILL_IS_VIDEO } from './header.js';

const EVERY_MS = 100;
const QUALITY = 0.7;

export class Stills {
  #uplink;
  #sequence = 0;
  #busy = false;
  /** @type {{frame: VideoFrame, pts: number, capturedAt: number} | undefined} */
  #next;

  constructor(/** @type {import('./uplink.js').Uplink} */ uplink) {
    this.#uplink = uplink;
  }

  show(/** @type {VideoFrame} */ frame, /** @type {number} */ pts, /** @type {number} */ capturedAt) {
    this.#next?.frame.close();
    this.#next = { frame: frame.clone(), pts, capturedAt };
    if (!this.#busy) void this.#work();
  }

  async #work() {
    this.#busy = true;
    while (this.#next) {
      const { frame, pts, capturedAt } = this.#next;
      this.#next = undefined;
      const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
      canvas.getContext('2d')?.drawImage(frame, 0, 0);
      frame.close();
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
      const payload = new Uint8Array(await blob.arrayBuffer());
      this.#uplink.media(
        { kind: STILL, flags: STILL_IS_VIDEO, generation: 0, sequence: this.#sequence++, pts, capturedAt },
        payload,
      );
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
    this.#busy = false;
  }
}
