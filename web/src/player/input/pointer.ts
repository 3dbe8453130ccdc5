import { toPicture } from "../geometry";
import { buttonChanges } from "./buttons";
import { STALE_BYTES, type Stage } from "./stage";

/** Mouse and pen. Moves are merged per animation frame and dropped while the line is full; buttons never are. */
export class Pointer {
  private held = 0;
  private pending: PointerEvent | MouseEvent | undefined;
  private frame = 0;

  constructor(
    private readonly stage: Stage,
    signal: AbortSignal,
  ) {
    const on = (type: string, handler: (event: PointerEvent) => void) =>
      stage.surface.addEventListener(type, handler as EventListener, { signal });
    on("pointerdown", (event) => this.pressed(event));
    on("pointermove", (event) => this.moved(event));
    on("pointerup", (event) => this.changed(event));
    on("pointercancel", (event) => this.cancelled(event));
    for (const type of ["contextmenu", "auxclick", "dragstart", "selectstart"]) {
      stage.surface.addEventListener(type, (event) => event.preventDefault(), { signal });
    }
    // The side buttons would leave the page.
    addEventListener("mouseup", (event) => this.held & 24 && event.button > 2 && event.preventDefault(), { signal });
    signal.addEventListener("abort", () => cancelAnimationFrame(this.frame));
  }

  /** Everything was let go of at once. */
  forget(): void {
    this.held = 0;
    this.pending = undefined;
  }

  private pressed(event: PointerEvent): void {
    if (event.pointerType === "touch" || !this.stage.mayAct()) return;
    event.preventDefault();
    this.stage.surface.setPointerCapture(event.pointerId);
    this.changed(event);
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === "touch" || !this.stage.mayAct()) return;
    if (event.buttons !== this.held) this.changed(event);
    this.pending = event;
    if (!this.frame) this.schedule();
  }

  private schedule(): void {
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.pending) return;
      if (this.stage.backlog() > STALE_BYTES) this.schedule();
      else this.flush();
    });
  }

  private flush(): void {
    const event = this.pending;
    this.pending = undefined;
    if (event) this.stage.send({ type: "pointer", action: "move", ...this.at(event), button: 0 });
  }

  private changed(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const changes = buttonChanges(this.held, event.buttons);
    this.held = event.buttons;
    if (!this.stage.mayAct() || changes.length === 0) return;
    this.flush();
    for (const change of changes) this.stage.send({ type: "pointer", ...change, ...this.at(event) });
  }

  private cancelled(event: PointerEvent): void {
    if (event.pointerType === "touch" || !this.held) return;
    this.forget();
    this.stage.send({ type: "release" });
  }

  private at(event: MouseEvent): { x: number; y: number } {
    return toPicture(event.clientX, event.clientY, this.stage.box());
  }
}
