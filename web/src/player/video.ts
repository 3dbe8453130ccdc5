import type { Frame, StreamConfig } from "./frame";
import { formatOf } from "./formats";

export interface VideoSink {
  /** A decoded picture; the sink must not keep it. `bytes` may be acknowledged once it is drawn. */
  draw(frame: VideoFrame): void;
  done(bytes: number): void;
  needKeyFrame(): void;
  /** The decoder failed over and over with this format. */
  unplayable(format: string): void;
}

/** More undecoded frames than this: the machine is too slow, and upper temporal layers are left out. */
const BEHIND = 6;
const PATIENCE = 4;
const KEY_FRAME_OVERDUE_MS = 1_000;
const LONGEST_OVERDUE_MS = 15_000;

/**
 * Feeds the video decoder. Each config starts it anew; frames of another generation and frames before the first key are
 * thrown away (and acknowledged). After an error the decoder starts again from a new key frame; the picture stays.
 */
export class Video {
  private decoder: VideoDecoder | undefined;
  private config: StreamConfig | undefined;
  private generation = -1;
  private awaitingKey = true;
  private failures = 0;
  private overdue: ReturnType<typeof setTimeout> | undefined;
  /** Bytes of what is in the decoder, in its order. */
  private inside: number[] = [];

  constructor(private readonly sink: VideoSink) {}

  configure(config: StreamConfig, generation: number): void {
    this.config = config;
    this.generation = generation;
    this.startAnew();
  }

  take(frame: Frame): void {
    const decoder = this.decoder;
    const unusable = !decoder || decoder.state !== "configured" || frame.generation !== this.generation;
    if (unusable || (this.awaitingKey && !frame.key) || this.tooSlowFor(frame)) {
      this.sink.done(frame.bytes);
      return;
    }
    if (frame.key) this.awaitingKey = false;
    clearTimeout(this.overdue);
    this.inside.push(frame.bytes);
    try {
      decoder.decode(
        new EncodedVideoChunk({ type: frame.key ? "key" : "delta", timestamp: frame.pts, data: frame.payload }),
      );
    } catch (error) {
      this.failed(error);
    }
  }

  /** Whatever comes next follows a gap too wide to decode over: wait for a key frame. */
  gap(): void {
    if (this.config && typeof VideoDecoder !== "undefined") this.startAnew();
  }

  close(): void {
    clearTimeout(this.overdue);
    this.letGo();
    this.config = undefined;
    this.generation = -1;
  }

  private tooSlowFor(frame: Frame): boolean {
    return frame.layer > 0 && (this.decoder?.decodeQueueSize ?? 0) > BEHIND;
  }

  private startAnew(): void {
    this.letGo();
    this.awaitingKey = true;
    if (!this.config || typeof VideoDecoder === "undefined") return;
    const { codec, codedWidth, codedHeight, description } = this.config;
    const decoder: VideoDecoder = new VideoDecoder({
      output: (picture) => this.decoded(decoder, picture),
      error: (error) => decoder === this.decoder && this.failed(error),
    });
    this.decoder = decoder;
    try {
      decoder.configure({
        codec,
        ...(codedWidth && codedHeight ? { codedWidth, codedHeight } : {}),
        ...(description ? { description } : {}),
        optimizeForLatency: true,
      });
    } catch (error) {
      this.failed(error);
      return;
    }
    this.expectKey(KEY_FRAME_OVERDUE_MS);
  }

  /** The gateway asks for one by itself; if none comes, ask again and again, ever more slowly. */
  private expectKey(withinMs: number): void {
    clearTimeout(this.overdue);
    this.overdue = setTimeout(() => {
      this.sink.needKeyFrame();
      this.expectKey(Math.min(withinMs * 2, LONGEST_OVERDUE_MS));
    }, withinMs);
  }

  private decoded(decoder: VideoDecoder, picture: VideoFrame): void {
    if (decoder === this.decoder) {
      this.failures = 0;
      this.sink.draw(picture);
      this.sink.done(this.inside.shift() ?? 0);
    }
    picture.close();
  }

  private failed(error: unknown): void {
    console.warn("The video decoder failed and starts anew.", error);
    this.letGo();
    if (++this.failures >= PATIENCE && this.config) {
      this.failures = 0;
      this.sink.unplayable(formatOf(this.config.codec));
      return;
    }
    this.startAnew();
    this.sink.needKeyFrame();
  }

  private letGo(): void {
    if (this.decoder && this.decoder.state !== "closed") this.decoder.close();
    this.decoder = undefined;
    this.sink.done(this.inside.reduce((sum, bytes) => sum + bytes, 0));
    this.inside = [];
  }
}
