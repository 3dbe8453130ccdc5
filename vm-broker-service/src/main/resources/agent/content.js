// @ts-check
/**
 * Tells film from text by what the encoder makes of it. Told that it sees text, H.264 keeps letters sharp and scrolls for few bits, but
 * takes more than twice as long for each frame of a film, where nobody sees the difference. A change of mind costs a key frame, so it
 * takes a while of steady motion; a picture that rests is text at once, to be made sharp.
 */
const LOOK_MS = 2000;
const STEADY_FPS = 15;
/** Bits a second for each pixel: 460 kbit/s at 720p. Scrolled text stays well below. */
const FILM = 0.5;
const TEXT_AGAIN = FILM / 3;

export class Content {
  /** @type {'text' | 'motion'} what the encoder should be told */
  hint = 'text';
  #since = 0;
  #frames = 0;
  #bytes = 0;

  /** A frame was encoded that leans on the one before it. */
  encoded(/** @type {number} */ bytes, /** @type {number} */ pixels, /** @type {number} */ now) {
    this.#frames++;
    this.#bytes += bytes;
    const seconds = (now - this.#since) / 1000;
    if (seconds * 1000 < LOOK_MS) return;
    const bits = (this.#bytes * 8) / seconds / pixels;
    const isFilm = this.#frames / seconds >= STEADY_FPS && bits > (this.hint === 'motion' ? TEXT_AGAIN : FILM);
    // A first look may have begun long ago: it is as good as none.
    this.hint = isFilm && seconds * 1000 < 2 * LOOK_MS ? 'motion' : 'text';
    this.#begin(now);
  }

  /** Nothing moves any more. */
  rested(/** @type {number} */ now) {
    this.hint = 'text';
    this.#begin(now);
  }

  #begin(/** @type {number} */ now) {
    this.#since = now;
    this.#frames = this.#bytes = 0;
  }
}
