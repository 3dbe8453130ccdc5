/** The binary messages of contracts/media.md: a 24-byte header, big endian, and its payload. */

export const HEADER_BYTES = 24;

export const FrameKind = { video: 1, audio: 2, videoConfig: 3, audioConfig: 4, still: 5 } as const;

export interface Frame {
  readonly kind: number;
  readonly key: boolean;
  /** Temporal layer; 0 is the base everything else leans on. */
  readonly layer: number;
  readonly refinement: boolean;
  /** Of a still picture: there is no decodable stream now, this is what there is to see. */
  readonly standsForVideo: boolean;
  readonly generation: number;
  readonly sequence: number;
  /** Microseconds on the VM's media clock. */
  readonly pts: number;
  /** Wall clock of the VM, ms since the epoch. */
  readonly capturedAt: number;
  readonly payload: Uint8Array<ArrayBuffer>;
  /** Header and payload: what an ack counts. */
  readonly bytes: number;
}

/** Reads a message without copying its payload; undefined when it is too short to be one. */
export function readFrame(message: ArrayBuffer): Frame | undefined {
  if (message.byteLength < HEADER_BYTES) return undefined;
  const view = new DataView(message);
  const flags = view.getUint8(1);
  return {
    kind: view.getUint8(0),
    key: (flags & 1) !== 0,
    layer: (flags >> 1) & 3,
    refinement: (flags & 8) !== 0,
    standsForVideo: (flags & 16) !== 0,
    generation: view.getUint16(2),
    sequence: view.getUint32(4),
    pts: view.getFloat64(8),
    capturedAt: view.getFloat64(16),
    payload: new Uint8Array(message, HEADER_BYTES),
    bytes: message.byteLength,
  };
}

/** The inverse of {@link readFrame}; the player never sends frames, whoever plays a VM's part does. */
export function writeFrame(frame: Omit<Frame, "bytes">): ArrayBuffer {
  const message = new ArrayBuffer(HEADER_BYTES + frame.payload.byteLength);
  const view = new DataView(message);
  view.setUint8(0, frame.kind);
  view.setUint8(
    1,
    (frame.key ? 1 : 0) | (frame.layer << 1) | (frame.refinement ? 8 : 0) | (frame.standsForVideo ? 16 : 0),
  );
  view.setUint16(2, frame.generation);
  view.setUint32(4, frame.sequence);
  view.setFloat64(8, frame.pts);
  view.setFloat64(16, frame.capturedAt);
  new Uint8Array(message, HEADER_BYTES).set(frame.payload);
  return message;
}

export interface StreamConfig {
  readonly codec: string;
  readonly codedWidth?: number;
  readonly codedHeight?: number;
  readonly sampleRate?: number;
  readonly numberOfChannels?: number;
  readonly description?: Uint8Array<ArrayBuffer>;
}

/** A config frame's JSON; undefined when it is none. */
export function readConfig(payload: Uint8Array): StreamConfig | undefined {
  try {
    const json = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    if (typeof json["codec"] !== "string") return undefined;
    const number = (name: string) => (typeof json[name] === "number" ? { [name]: json[name] } : {});
    return {
      codec: json["codec"],
      ...number("codedWidth"),
      ...number("codedHeight"),
      ...number("sampleRate"),
      ...number("numberOfChannels"),
      ...(typeof json["description"] === "string" ? { description: fromBase64(json["description"]) } : {}),
    };
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
