// @ts-check
/**
 * Decides what of the captured frames is encoded and when: everything while the picture moves, a few refinements once it rests, a key
 * frame when somebody needs one (from the last frame, if the picture rests), nothing else. Keeps the last frame for that.
 */
import { MediaClock } from './clock.js';
import { Stills } from './stills.js';
import { VideoEncoding } from './video-encoding.js';

/** A tab's capture tells of stillness by silence. */
const TAB_RESTS_AFTER_MS = 150;
const REFINE_EVERY_MS = 70;
const REFINEMENTS = 6;
/** How long a picture that begins to change is looked at twice as often: whoever clicked waits for the first change, not for the tenth. */
const BRISK_MS = 200;
const FASTEST = 60;
/** How long frames of another size than the screen's are taken for the capture's own catching up. */
const CATCHING_UP_MS = 1500;

export class Picture {
  watched = false;
  #uplink;
  #rate;
  #encoding;
  #stills;
  #clock = new MediaClock();
  /** @type {VideoFrame | undefined} */
  #last;
  /** @type {number} wall clock, ms, of the last frame */
  #capturedAt = 0;
  #source = 'screen';
  #moving = false;
  #owed = true;
  #keyOwed = false;
  #fps = 30;
  #jpeg = false;
  #refinementsLeft = 0;
  /** @type {{width: number, height: number, until: number} | undefined} */
  #size;
  /** @type {any} */
  #timer;
  /** Until when frames are taken twice as often; on the clock of `performance`. */
  #briskUntil = 0;

  constructor(/** @type {import('./uplink.js').Uplink} */ uplink, /** @type {(fps: number) => void} */ rate) {
    this.#uplink = uplink;
    this.#rate = rate;
    this.#encoding = new VideoEncoding(uplink);
    this.#stills = new Stills(uplink);
    uplink.onReady = () => {
      this.#encoding.restart();
      this.key();
    };
  }

  /** A new source of frames has begun: the screen or a tab. */
  begin(/** @type {string} */ source) {
    this.#source = source;
    this.#owed = true;
    this.#pace();
  }

  set(/** @type {{fps?: number, bitrate?: number, codec?: string, layers?: boolean, jpeg?: boolean, watched?: boolean}} */ wish) {
    if (wish.fps !== undefined) this.#fps = wish.fps;
    if (wish.jpeg !== undefined) this.#jpeg = wish.jpeg;
    const began = wish.watched === true && !this.watched;
    if (wish.watched !== undefined) this.watched = wish.watched;
    this.#encoding.set({ ...wish, fps: this.#fps });
    if (began) this.key();
    if (!this.watched) this.#rest();
    this.#pace();
  }

  /** Whether the screen is changing now; only screens say so, tabs send frames only when they change. */
  damage(/** @type {boolean} */ moving) {
    if (moving === this.#moving) return;
    this.#moving = moving;
    clearTimeout(this.#timer);
    if (moving) {
      this.#briskUntil = performance.now() + BRISK_MS;
      this.#timer = setTimeout(() => this.#pace(), BRISK_MS);
    }
    this.#pace();
    if (!moving) this.#refineSoon();
  }

  /** The screen has this size from now on; a capture may need to be told before its frames follow. */
  size(/** @type {number} */ width, /** @type {number} */ height) {
    if (this.#size?.width === width && this.#size.height === height) return;
    this.#size = { width, height, until: performance.now() + CATCHING_UP_MS };
    if (this.#last && this.#isStale(this.#last)) {
      this.#last.close();
      this.#last = undefined;
    }
    this.#owed = true;
    this.#rate(this.#fps);
  }

  /** The next frame shall decode on its own, now if there is one. */
  key() {
    this.#keyOwed = true;
    this.#owed = true;
    if (this.watched && this.#last) this.#emit(false);
  }

  take(/** @type {VideoFrame} */ frame) {
    if (this.#isStale(frame)) {
      frame.close();
      this.#rate(this.#fps);
      return;
    }
    this.#last?.close();
    this.#last = frame;
    this.#capturedAt = performance.timeOrigin + performance.now();
    if (!this.watched) return;
    const changed = this.#source === 'tab' || this.#moving || this.#owed;
    if (changed) this.#emit(false);
    if (!this.#moving) this.#pace();
    if (this.#source === 'tab') this.#restSoon();
  }

  #isStale(/** @type {VideoFrame} */ frame) {
    if (this.#source !== 'screen' || !this.#size || performance.now() > this.#size.until) return false;
    return frame.displayWidth !== this.#size.width || frame.displayHeight !== this.#size.height;
  }

  #emit(/** @type {boolean} */ refinement) {
    const frame = this.#last;
    if (!frame) return;
    if (this.#uplink.jammed) {
      this.#owed = true;
      return;
    }
    const pts = refinement ? MediaClock.now() : Math.max(this.#clock.place(frame.timestamp), this.#encoding.lastPts + 1);
    if (this.#encoding.wanted) {
      const sent = this.#encoding.encode(frame, { key: this.#keyOwed, refinement, pts, capturedAt: this.#capturedAt });
      this.#owed = !sent;
      if (sent) this.#keyOwed = false;
    } else {
      this.#owed = false;
      this.#keyOwed = false;
    }
    if (this.#jpeg && !refinement) this.#stills.show(frame, pts, this.#capturedAt);
  }

  #restSoon() {
    clearTimeout(this.#timer);
    this.#refinementsLeft = REFINEMENTS;
    this.#timer = setTimeout(() => this.#refine(), TAB_RESTS_AFTER_MS);
  }

  #refineSoon() {
    clearTimeout(this.#timer);
    this.#refinementsLeft = REFINEMENTS;
    if (this.watched) this.#refine();
  }

  #refine() {
    if (!this.watched || !this.#last || this.#refinementsLeft-- <= 0) return;
    this.#encoding.rested();
    this.#emit(!this.#owed);
    this.#timer = setTimeout(() => this.#refine(), REFINE_EVERY_MS);
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#refinementsLeft = 0;
  }

  /** How often the source shall be looked at. */
  #pace() {
    const looked = this.watched && (this.#encoding.wanted || this.#jpeg) && (this.#source === 'tab' || this.#moving || !this.#last);
    const brisk = performance.now() < this.#briskUntil ? 2 : 1;
    this.#rate(looked ? Math.min(this.#fps * brisk, FASTEST) : 0);
  }
}
