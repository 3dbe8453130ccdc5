// @ts-check
/** The 24 bytes before each payload; see contracts/media.md. */

/** @typedef {{kind: number, flags?: number, generation: number, sequence: number, pts: number, capturedAt: number}} Header */

export const VIDEO = 1;
export const AUDIO = 2;
export const VIDEO_CONFIG = 3;
export const AUDIO_CONFIG = 4;
export const STILL = 5;

export const KEY = 1;
export const LAYER_SHIFT = 1;
export const REFINEMENT = 8;
export const STILL_IS_VIDEO = 16;

export function header(/** @type {DataView} */ view, /** @type {Header} */ head) {
  view.setUint8(0, head.kind);
  view.setUint8(1, head.flags ?? 0);
  view.setUint16(2, head.generation & 0xffff);
  view.setUint32(4, head.sequence >>> 0);
  view.setFloat64(8, head.pts);
  view.setFloat64(16, head.capturedAt);
}

/** A decoder's configuration as the payload of a config message. */
export function configPayload(/** @type {any} */ config) {
  const { codec, codedWidth, codedHeight, sampleRate, numberOfChannels, description } = config;
  const plain = { codec, codedWidth, codedHeight, sampleRate, numberOfChannels, description: base64(description) };
  return new TextEncoder().encode(JSON.stringify(plain));
}

function base64(/** @type {ArrayBuffer | ArrayBufferView | undefined} */ bytes) {
  if (bytes === undefined) return undefined;
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  return btoa(String.fromCharCode(...view));
}
