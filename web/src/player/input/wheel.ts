import { toPicture } from "../geometry";
import type { Stage } from "./stage";

const LINE_PX = 40;
const FURTHEST_PX = 4_000;

/** A wheel's turn in CSS px, whatever unit the browser counts in. */
export function wheelPixels(delta: number, mode: number, page: number): number {
  const pixels = mode === 1 ? delta * LINE_PX : mode === 2 ? delta * page : delta;
  return Math.max(-FURTHEST_PX, Math.min(FURTHEST_PX, Math.round(pixels * 100) / 100));
}

/** Turns are summed per animation frame: a touch pad fires far more often than a page scrolls. */
export class Wheel {
  private dx = 0;
  private dy = 0;
  private last: WheelEvent | undefined;
  private frame = 0;

  constructor(
    private readonly stage: Stage,
    signal: AbortSignal,
  ) {
    stage.surface.addEventListener("wheel", (event) => this.turned(event), { signal, passive: false });
    signal.addEventListener("abort", () => cancelAnimationFrame(this.frame));
  }

  private turned(event: WheelEvent): void {
    if (!this.stage.mayAct()) return;
    event.preventDefault();
    const box = this.stage.box();
    // Shift turns a wheel sideways; some browsers say so in deltaX, some leave it to the page.
    const sideways = event.shiftKey && event.deltaX === 0;
    this.dx += wheelPixels(sideways ? event.deltaY : event.deltaX, event.deltaMode, box.width);
    this.dy += wheelPixels(sideways ? 0 : event.deltaY, event.deltaMode, box.height);
    this.last = event;
    if (!this.frame) this.frame = requestAnimationFrame(() => this.flush());
  }

  private flush(): void {
    this.frame = 0;
    if (!this.last || (this.dx === 0 && this.dy === 0)) return;
    const at = toPicture(this.last.clientX, this.last.clientY, this.stage.box());
    this.stage.send({ type: "wheel", ...at, dx: this.dx, dy: this.dy });
    this.dx = this.dy = 0;
  }
}
