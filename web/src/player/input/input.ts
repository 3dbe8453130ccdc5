import { Keyboard } from "./keyboard";
import { Pointer } from "./pointer";
import type { Stage } from "./stage";
import { Touch } from "./touch";
import { Wheel } from "./wheel";

/** All that a person can do to the picture, until `signal` ends it. */
export class Input {
  private readonly keyboard: Keyboard;
  private readonly pointer: Pointer;

  constructor(stage: Stage, host: HTMLElement, left: () => void, signal: AbortSignal) {
    this.pointer = new Pointer(stage, signal);
    this.keyboard = new Keyboard(stage, () => this.leave(left), signal);
    new Wheel(stage, signal);
    new Touch(stage, signal);
    const { element } = this.keyboard.field;
    host.append(element);
    signal.addEventListener("abort", () => element.remove());
    // A finger must not bring up the on-screen keyboard at each tap; there is a button for that.
    stage.surface.addEventListener("pointerdown", (event) => event.pointerType !== "touch" && this.focus(), { signal });
    addEventListener("blur", () => this.release(), { signal });
  }

  focus(): void {
    this.keyboard.field.focus();
  }

  /** Nothing is held any more as far as this side knows; the VM learns it from the gateway. */
  forget(): void {
    this.pointer.forget();
    this.keyboard.forget();
  }

  private release(): void {
    this.pointer.forget();
    this.keyboard.release();
  }

  private leave(left: () => void): void {
    this.release();
    this.keyboard.field.element.blur();
    left();
  }
}
