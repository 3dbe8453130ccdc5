import type { Frame } from "./frame";

/** Draws still pictures in order, newest only: while one is being read, all but the last of those that come are skipped. */
export class Stills {
  private reading = false;
  private waiting: Frame | undefined;

  constructor(
    private readonly draw: (image: ImageBitmap) => void,
    private readonly done: (bytes: number) => void,
  ) {}

  take(frame: Frame): void {
    if (this.waiting) this.done(this.waiting.bytes);
    this.waiting = frame;
    if (!this.reading) void this.read();
  }

  /** A decoded picture came: a still that is not drawn yet is older. */
  forget(): void {
    if (this.waiting) this.done(this.waiting.bytes);
    this.waiting = undefined;
  }

  private async read(): Promise<void> {
    this.reading = true;
    for (let frame = this.waiting; frame; frame = this.waiting) {
      this.waiting = undefined;
      try {
        const image = await createImageBitmap(new Blob([frame.payload], { type: typeOf(frame.payload) }));
        this.draw(image);
        image.close();
      } catch {
        // A broken picture is skipped; the next one is whole again.
      }
      this.done(frame.bytes);
    }
    this.reading = false;
  }
}

/** By its magic: a blob without a type is refused by some browsers. */
export function typeOf(payload: Uint8Array): string {
  if (payload[0] === 0x89) return "image/png";
  if (payload[0] === 0xff) return "image/jpeg";
  return "image/webp";
}
