import { letterbox, type Box, type Size } from "./geometry";

/**
 * The canvas a picture is drawn on, kept letterboxed in its parent. The canvas has the picture's own pixels; its box on
 * the page is set from here, for nothing else knows both sizes. A new size keeps the old picture until the next one.
 */
export class Screen {
  private readonly context: CanvasRenderingContext2D;
  private readonly observer: ResizeObserver;
  private picture: Size = { width: 1280, height: 720 };

  constructor(readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d", { alpha: false, desynchronized: true });
    if (!context) throw new Error("this browser has no 2d canvas");
    this.context = context;
    this.observer = new ResizeObserver(() => this.layout());
    if (canvas.parentElement) this.observer.observe(canvas.parentElement);
    this.layout();
  }

  draw(image: CanvasImageSource, size: Size): void {
    if (this.canvas.width !== size.width || this.canvas.height !== size.height) {
      this.canvas.width = size.width;
      this.canvas.height = size.height;
      this.expect(size);
    }
    this.context.drawImage(image, 0, 0, size.width, size.height);
  }

  /** Takes room for a picture of this size before there is one. */
  expect({ width, height }: Size): void {
    // A copy: an image that is closed has no size any more.
    this.picture = { width, height };
    this.layout();
  }

  /** Where the picture is on the page, as events count. */
  box(): Box {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return { left, top, width, height };
  }

  /** The room there would be without letterboxing. */
  room(): Size {
    const parent = this.canvas.parentElement;
    return { width: parent?.clientWidth ?? 0, height: parent?.clientHeight ?? 0 };
  }

  close(): void {
    this.observer.disconnect();
  }

  private layout(): void {
    const box = letterbox(this.picture, this.room());
    Object.assign(this.canvas.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
  }
}
