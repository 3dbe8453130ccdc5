// @ts-check
/** One video encoder at a time; a new one whenever codec, size or settings change, each with its own generation and config. */
import { Content } from './content.js';
import { KEY, LAYER_SHIFT, REFINEMENT, VIDEO, VIDEO_CONFIG, configPayload } from './header.js';

/** Frames waiting in the encoder past which a new one is left out: it would only be late. */
const QUEUE = 2;
/** Bits per pixel that moving text and video need to look right at 720p30: 3 Mbit/s. */
const BITS_PER_PIXEL = 0.108;
const LEAST_BITRATE = 600_000;
const MOST_BITRATE = 8_000_000;

/** The H.264 level must allow the size: 4.0 ends at 1080p, 5.1 goes to 4K. */
export const avc = (/** @type {number} */ area) => (area > 1920 * 1088 ? 'avc1.640033' : 'avc1.640028');

export const bitrateFor = (/** @type {number} */ area, /** @type {number} */ fps) =>
  Math.round(Math.min(MOST_BITRATE, Math.max(LEAST_BITRATE, area * Math.min(fps, 30) * BITS_PER_PIXEL)));

export class VideoEncoding {
  lastPts = 0;
  #uplink;
  #wish = { codec: 'h264', fps: 30, layers: false, bitrate: 0 };
  /** @type {VideoEncoder | undefined} */
  #encoder;
  #shape = '';
  #content = new Content();
  /** What the encoder was told of its pictures. */
  #hint = 'text';
  #pixels = 1;
  #generation = 0;
  #sequence = 0;
  /** @type {Map<number, {refinement: boolean, capturedAt: number}>} what is known of each frame inside the encoder, by pts */
  #inside = new Map();
  /** @type {any} */
  #config;

  constructor(/** @type {import('./uplink.js').Uplink} */ uplink) {
    this.#uplink = uplink;
  }

  /** Whether anybody can decode a stream at all. */
  get wanted() {
    return this.#wish.codec !== 'none';
  }

  set(/** @type {{codec?: string, fps?: number, layers?: boolean, bitrate?: number}} */ wish) {
    for (const name of /** @type {const} */ (['codec', 'fps', 'layers', 'bitrate'])) {
      if (wish[name] !== undefined) Object.assign(this.#wish, { [name]: wish[name] });
    }
  }

  /** Begins a new generation with the next frame. */
  restart() {
    this.#shape = '';
  }

  /** Whether the frame was taken; one too many for the encoder is not. */
  encode(
    /** @type {VideoFrame} */ frame,
    /** @type {{key: boolean, refinement: boolean, pts: number, capturedAt: number}} */ { key, refinement, pts, capturedAt },
  ) {
    const width = frame.displayWidth & ~1;
    const height = frame.displayHeight & ~1;
    const { codec, fps, layers, bitrate } = this.#wish;
    const shape = [codec, width, height, fps, layers, bitrate].join();
    if (shape !== this.#shape || this.#encoder?.state !== 'configured') {
      this.#configure(shape, width, height);
      key = true;
    }
    const encoder = /** @type {VideoEncoder} */ (this.#encoder);
    if (encoder.encodeQueueSize >= QUEUE && !key) return false;
    if (this.#content.hint !== this.#hint && codec === 'h264') encoder.configure(this.#settings(width, height));
    if (key) this.#repeatConfig();
    const timestamp = Math.round(Math.max(pts, this.lastPts + 1));
    this.lastPts = timestamp;
    this.#inside.set(timestamp, { refinement, capturedAt });
    const stamped = new VideoFrame(frame, { timestamp, visibleRect: { x: 0, y: 0, width, height } });
    encoder.encode(stamped, { keyFrame: key });
    stamped.close();
    return true;
  }

  /** The picture stands still: from now on letters count. */
  rested() {
    this.#content.rested(performance.now());
  }

  #configure(/** @type {string} */ shape, /** @type {number} */ width, /** @type {number} */ height) {
    if (this.#encoder && this.#encoder.state !== 'closed') this.#encoder.close();
    const generation = (this.#generation = (this.#generation + 1) & 0xffff);
    this.#sequence = 0;
    this.#shape = shape;
    this.#config = undefined;
    this.#inside.clear();
    this.#encoder = new VideoEncoder({
      output: (chunk, metadata) => this.#out(generation, chunk, metadata),
      error: (error) => this.#uplink.say({ type: 'trouble', what: 'video encoder', reason: String(error) }),
    });
    this.#encoder.configure(this.#settings(width, height));
  }

  /** For an encoder to begin with, or to go on with: one that is told of other content goes on with a key frame. */
  #settings(/** @type {number} */ width, /** @type {number} */ height) {
    const { codec, fps, layers, bitrate } = this.#wish;
    const h264 = codec === 'h264';
    this.#pixels = width * height;
    this.#hint = h264 ? this.#content.hint : 'text';
    return /** @type {any} */ ({
      codec: h264 ? avc(width * height) : 'vp8',
      width,
      height,
      framerate: fps,
      bitrate: bitrate || bitrateFor(width * height, fps),
      latencyMode: 'realtime',
      hardwareAcceleration: 'prefer-software',
      contentHint: this.#hint,
      ...(h264 ? { avc: { format: 'annexb' } } : {}),
      ...(layers ? { scalabilityMode: 'L1T2' } : {}),
    });
  }

  #out(/** @type {number} */ generation, /** @type {EncodedVideoChunk} */ chunk, /** @type {any} */ metadata) {
    if (generation !== this.#generation) return;
    if (metadata?.decoderConfig && !this.#config) {
      this.#config = metadata.decoderConfig;
      this.#repeatConfig();
    }
    const known = this.#inside.get(chunk.timestamp);
    this.#inside.delete(chunk.timestamp);
    const layer = metadata?.svc?.temporalLayerId ?? 0;
    const flags = (chunk.type === 'key' ? KEY : 0) | (layer << LAYER_SHIFT) | (known?.refinement ? REFINEMENT : 0);
    if (chunk.type === 'delta' && !known?.refinement) this.#content.encoded(chunk.byteLength, this.#pixels, performance.now());
    const payload = new Uint8Array(chunk.byteLength);
    chunk.copyTo(payload);
    const capturedAt = known?.capturedAt ?? performance.timeOrigin + performance.now();
    this.#uplink.media({ kind: VIDEO, flags, generation, sequence: this.#sequence++, pts: chunk.timestamp, capturedAt }, payload);
  }

  #repeatConfig() {
    if (!this.#config) return;
    const capturedAt = performance.timeOrigin + performance.now();
    this.#uplink.media(
      { kind: VIDEO_CONFIG, generation: this.#generation, sequence: 0, pts: this.lastPts, capturedAt },
      configPayload(this.#config),
    );
  }
}
