import { toPicture } from "../geometry";
import type { TouchPoint } from "../messages";
import { FingerIds } from "./finger-ids";
import {
  cancelled,
  fingersDown,
  fingersMoved,
  fingersUp,
  heldLong,
  IDLE,
  LONG_PRESS_MS,
  type Gesture,
  type Step,
  type Touches,
} from "./gestures";
import { STALE_BYTES, type Stage } from "./stage";

const MOST_FINGERS = 10;

/** Fingers on the picture; what they mean is decided in gestures.ts. Moves are merged per animation frame. */
export class Touch {
  private readonly ids = new FingerIds();
  private gesture: Gesture = IDLE;
  private pending: Touches | undefined;
  private frame = 0;
  private press: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly stage: Stage,
    signal: AbortSignal,
  ) {
    const on = (type: string, handler: (touches: Touches) => void) =>
      stage.surface.addEventListener(
        type,
        (event) => {
          if (!stage.mayAct()) return;
          // A click of its own would follow; a focused text field must stay so.
          event.preventDefault();
          handler(this.read(event as TouchEvent));
        },
        { signal, passive: false },
      );
    on("touchstart", (touches) => this.down(touches));
    on("touchmove", (touches) => this.moved(touches));
    on("touchend", (touches) => this.up(touches));
    on("touchcancel", () => this.apply(cancelled(this.gesture)));
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.frame);
      clearTimeout(this.press);
    });
  }

  private down(touches: Touches): void {
    this.flush();
    this.apply(fingersDown(this.gesture, touches));
    clearTimeout(this.press);
    this.press = setTimeout(() => this.apply(heldLong(this.gesture, performance.now())), LONG_PRESS_MS + 5);
  }

  private moved(touches: Touches): void {
    this.pending = touches;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.stage.backlog() < STALE_BYTES) this.flush();
    });
  }

  private up(touches: Touches): void {
    this.flush();
    clearTimeout(this.press);
    this.apply(fingersUp(this.gesture, touches));
  }

  private flush(): void {
    const touches = this.pending;
    this.pending = undefined;
    if (touches) this.apply(fingersMoved(this.gesture, touches));
  }

  private apply({ gesture, acts }: Step): void {
    this.gesture = gesture;
    for (const act of acts) this.stage.send(act);
  }

  private read(event: TouchEvent): Touches {
    const box = this.stage.box();
    const fingers = Array.from(event.targetTouches).slice(0, MOST_FINGERS);
    this.ids.keep(fingers.map((finger) => finger.identifier));
    const points: TouchPoint[] = fingers.map((finger) => ({
      id: this.ids.of(finger.identifier),
      ...toPicture(finger.clientX, finger.clientY, box),
    }));
    const [first] = fingers;
    return { points, clientX: first?.clientX ?? 0, clientY: first?.clientY ?? 0, at: performance.now() };
  }
}
