import { Acks } from "./acks";
import { Audio, type Sound } from "./audio";
import { playableFormats } from "./formats";
import { FrameKind, readConfig, readFrame, type Frame } from "./frame";
import { Meter } from "./meter";
import type { Format, PlayerMessage } from "./messages";
import type { Screen } from "./screen";
import { Step } from "./step";
import { Stills } from "./stills";
import { Video } from "./video";

export interface MediaListener {
  send(message: PlayerMessage): void;
  /** A picture is on the screen. */
  drew(): void;
  sound(sound: Sound): void;
}

/** From binary messages to pictures on the screen and sound in the ear; every byte is acknowledged once it is done with. */
export class Media {
  readonly meter = new Meter();
  readonly audio: Audio;
  drawn = 0;
  private readonly acks = new Acks((bytes) => this.listener.send({ type: "ack", bytes }));
  private readonly step = new Step();
  private readonly unplayable = new Set<string>();
  private readonly video: Video;
  private readonly stills: Stills;
  private formats: readonly Format[] = [];

  constructor(
    private readonly screen: Screen,
    workletUrl: string,
    private readonly listener: MediaListener,
  ) {
    const done = (bytes: number) => this.acks.add(bytes);
    this.stills = new Stills((image) => this.show(image, image), done);
    this.video = new Video({
      draw: (frame) => {
        this.stills.forget();
        this.show(frame, { width: frame.displayWidth, height: frame.displayHeight });
        this.step.drew(frame.timestamp, performance.now());
      },
      done,
      needKeyFrame: () => listener.send({ type: "key-frame" }),
      unplayable: (format) => {
        this.unplayable.add(format);
        void this.announce();
      },
    });
    this.audio = new Audio(workletUrl, {
      done,
      heard: (pts) => this.step.heard(pts, performance.now()),
      changed: (sound) => listener.sound(sound),
      delayMs: () => this.step.soundDelayMs(),
    });
  }

  /** A new socket: its bytes count from zero, its stream begins with configs. The last picture stays. */
  opened(): void {
    this.acks.reset();
    this.video.close();
    this.step.reset();
    void this.announce();
  }

  /** The page came to the front or went away. */
  turned(): void {
    if (document.visibilityState === "visible") this.video.gap();
    void this.announce();
  }

  take(message: ArrayBuffer): void {
    this.meter.received(message.byteLength);
    const frame = readFrame(message);
    switch (frame?.kind) {
      case FrameKind.video:
        return this.video.take(frame);
      case FrameKind.audio:
        return this.audio.take(frame);
      case FrameKind.still:
        return this.takeStill(frame);
      case FrameKind.videoConfig:
      case FrameKind.audioConfig:
        this.configure(frame);
    }
    this.acks.add(message.byteLength);
  }

  close(): void {
    this.video.close();
    this.audio.close();
  }

  private takeStill(frame: Frame): void {
    const needed = frame.standsForVideo || !this.formats.some((format) => format !== "jpeg");
    if (needed) this.stills.take(frame);
    else this.acks.add(frame.bytes);
  }

  private configure(frame: Frame): void {
    const config = readConfig(frame.payload);
    if (!config) return;
    if (frame.kind === FrameKind.videoConfig) this.video.configure(config, frame.generation);
    else this.audio.configure(config, frame.generation);
  }

  private show(image: CanvasImageSource, size: { width: number; height: number }): void {
    this.screen.draw(image, size);
    this.drawn++;
    this.meter.drew();
    this.listener.drew();
  }

  private async announce(): Promise<void> {
    this.formats = await playableFormats(this.unplayable);
    const visible = document.visibilityState === "visible";
    this.listener.send({ type: "formats", formats: this.formats, visible });
  }
}
