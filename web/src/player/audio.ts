import type { FromWorklet, ToWorklet } from "./audio-worklet";
import type { Frame, StreamConfig } from "./frame";

/** `blocked`: the browser lets no sound out before the person taps; `missing`: it cannot play ours at all. */
export type Sound = "waiting" | "blocked" | "playing" | "missing";

export interface AudioSink {
  done(bytes: number): void;
  heard(ptsMicros: number): void;
  changed(sound: Sound): void;
  delayMs(): number;
}

/** Decodes sound and hands it to the audio thread. Starts nothing before the first sound config. */
export class Audio {
  private decoder: AudioDecoder | undefined;
  private context: AudioContext | undefined;
  private gain: GainNode | undefined;
  private node: AudioWorkletNode | undefined;
  private generation = -1;
  private volume = 1;
  private last: Sound = "waiting";
  private loudest = 0;

  constructor(
    private readonly workletUrl: string,
    private readonly sink: AudioSink,
  ) {}

  /** The loudest sample of late, 0…1. */
  get level(): number {
    return this.loudest;
  }

  configure(config: StreamConfig, generation: number): void {
    if (typeof AudioDecoder === "undefined" || typeof AudioWorkletNode === "undefined") return this.tell("missing");
    const sampleRate = config.sampleRate ?? 48_000;
    this.generation = generation;
    this.letGo();
    const decoder = new AudioDecoder({
      output: (data) => this.decoded(data),
      error: (error) => {
        console.warn("The sound decoder failed and waits for the next config.", error);
        if (decoder === this.decoder) this.decoder = undefined;
      },
    });
    this.decoder = decoder;
    decoder.configure({
      codec: config.codec,
      sampleRate,
      numberOfChannels: config.numberOfChannels ?? 2,
      ...(config.description ? { description: config.description } : {}),
    });
    if (this.context?.sampleRate !== sampleRate) void this.open(sampleRate);
  }

  take(frame: Frame): void {
    if (this.decoder?.state === "configured" && frame.generation === this.generation) {
      try {
        this.decoder.decode(new EncodedAudioChunk({ type: "key", timestamp: frame.pts, data: frame.payload }));
        this.sink.heard(frame.pts);
      } catch (error) {
        console.warn("A sound frame could not be decoded.", error);
      }
    }
    this.sink.done(frame.bytes);
  }

  /** Call it from a tap or key press: then the browser agrees. */
  unblock(): void {
    const state = this.context?.state;
    // After a phone call some say "interrupted".
    if (state !== "running" && state !== "closed") void this.context?.resume().catch(() => undefined);
  }

  setVolume(volume: number): void {
    this.volume = Math.min(1, Math.max(0, volume));
    if (this.gain && this.context) this.gain.gain.setTargetAtTime(this.volume, this.context.currentTime, 0.015);
  }

  close(): void {
    this.letGo();
    void this.context?.close().catch(() => undefined);
    this.context = this.node = this.gain = undefined;
  }

  private async open(sampleRate: number): Promise<void> {
    void this.context?.close().catch(() => undefined);
    this.node = undefined;
    const context = new AudioContext({ latencyHint: "interactive", sampleRate });
    this.context = context;
    context.onstatechange = () => context === this.context && this.tellState(context);
    try {
      await context.audioWorklet.addModule(this.workletUrl);
    } catch (error) {
      console.warn("The sound player could not be loaded.", error);
      return this.tell("missing");
    }
    if (context !== this.context) return;
    this.node = new AudioWorkletNode(context, "flotilla-ring", { numberOfInputs: 0, outputChannelCount: [2] });
    this.node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
      this.loudest = data.peak;
      this.post({ aimMs: this.sink.delayMs() });
    };
    this.gain = new GainNode(context, { gain: this.volume });
    this.node.connect(this.gain).connect(context.destination);
    this.tellState(context);
  }

  private decoded(data: AudioData): void {
    if (this.node && this.context?.state === "running") {
      const samples = Array.from({ length: Math.min(2, data.numberOfChannels) }, (_, planeIndex) => {
        const plane = new Float32Array(data.numberOfFrames);
        data.copyTo(plane, { planeIndex, format: "f32-planar" });
        return plane;
      });
      this.post({ samples }, samples.map((plane) => plane.buffer));
    }
    data.close();
  }

  private post(message: ToWorklet, transfer: Transferable[] = []): void {
    this.node?.port.postMessage(message, transfer);
  }

  private letGo(): void {
    if (this.decoder && this.decoder.state !== "closed") this.decoder.close();
    this.decoder = undefined;
  }

  private tellState(context: AudioContext): void {
    this.tell(context.state === "running" ? "playing" : "blocked");
  }

  private tell(sound: Sound): void {
    if (sound === this.last) return;
    this.last = sound;
    this.sink.changed(sound);
  }
}
