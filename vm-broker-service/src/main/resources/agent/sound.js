// @ts-check
/** Encodes the shown tab's sound as Opus; a second of digital silence stops the packets, the first sound starts them again. */
import { MediaClock } from './clock.js';
import { AUDIO, AUDIO_CONFIG, KEY, configPayload } from './header.js';

const BITRATE = 96_000;
const FRAME_US = 20_000;
const SILENCE_US = 1_000_000;

export class Sound {
  watched = false;
  #uplink;
  #clock = new MediaClock();
  #generation = 0;
  #sequence = 0;
  #silentUs = SILENCE_US;
  /** @type {AudioEncoder | undefined} */
  #encoder;
  #shape = '';
  #scratch = new Float32Array(0);
  /** @type {any} */
  #config;

  constructor(/** @type {import('./uplink.js').Uplink} */ uplink) {
    this.#uplink = uplink;
  }

  take(/** @type {AudioData} */ block) {
    try {
      if (!this.watched || !this.#uplink.ready) return;
      this.#silentUs = this.#isSilent(block) ? this.#silentUs + block.duration : 0;
      if (this.#silentUs > SILENCE_US) return;
      this.#encoderFor(block).encode(block);
    } finally {
      block.close();
    }
  }

  /** The config again, for a new connection. */
  repeatConfig() {
    if (this.#config) this.#send(AUDIO_CONFIG, 0, this.#generation, 0, configPayload(this.#config));
  }

  #isSilent(/** @type {AudioData} */ block) {
    for (let plane = 0; plane < block.numberOfChannels; plane++) {
      const options = { planeIndex: plane, format: /** @type {const} */ ('f32-planar') };
      const size = block.allocationSize(options) / 4;
      if (this.#scratch.length !== size) this.#scratch = new Float32Array(size);
      block.copyTo(this.#scratch, options);
      if (this.#scratch.some((sample) => sample !== 0)) return false;
    }
    return true;
  }

  #encoderFor(/** @type {AudioData} */ block) {
    const { sampleRate, numberOfChannels } = block;
    const shape = `${sampleRate}/${numberOfChannels}`;
    if (this.#encoder?.state === 'configured' && this.#shape === shape) return this.#encoder;
    if (this.#encoder?.state === 'configured') this.#encoder.close();
    const generation = ++this.#generation;
    this.#sequence = 0;
    this.#shape = shape;
    this.#config = undefined;
    this.#encoder = new AudioEncoder({
      output: (chunk, metadata) => this.#out(generation, chunk, metadata),
      error: (error) => this.#uplink.say({ type: 'trouble', what: 'audio encoder', reason: String(error) }),
    });
    this.#encoder.configure(
      /** @type {any} */ ({ codec: 'opus', sampleRate, numberOfChannels, bitrate: BITRATE, opus: { frameDuration: FRAME_US } }),
    );
    return this.#encoder;
  }

  #out(/** @type {number} */ generation, /** @type {EncodedAudioChunk} */ chunk, /** @type {any} */ metadata) {
    if (generation !== this.#generation) return;
    if (metadata?.decoderConfig) {
      this.#config = metadata.decoderConfig;
      this.repeatConfig();
    }
    const payload = new Uint8Array(chunk.byteLength);
    chunk.copyTo(payload);
    this.#send(AUDIO, KEY, generation, this.#clock.place(chunk.timestamp), payload, this.#sequence++);
  }

  #send(kind, flags, generation, pts, payload, sequence = 0) {
    const capturedAt = performance.timeOrigin + performance.now();
    this.#uplink.media({ kind, flags, generation, sequence, pts, capturedAt }, payload);
  }
}
