import { copiesInVm, meaningOf, modifiersOf, type KeyPress } from "./keys";
import type { Stage } from "./stage";
import { TextField } from "./text-field";

const MAC = /mac|iphone|ipad/i.test(navigator.platform);

/**
 * Keys go to a hidden text field, so that dead keys, input methods and on-screen keyboards work as they do everywhere.
 * What a physical key means is sent as a key; what the field is given otherwise is sent as text.
 */
export class Keyboard {
  readonly field: TextField;
  /** code → key, so that a release names what was pressed although Shift may have gone up before. */
  private readonly held = new Map<string, string>();
  /** Still down here, but let go of in the VM for the sake of a paste. */
  private readonly lent = new Map<string, string>();
  private vmHasClipboard = false;

  constructor(
    private readonly stage: Stage,
    private readonly leave: () => void,
    signal: AbortSignal,
  ) {
    this.field = new TextField(stage, () => this.lend(), signal);
    const { element } = this.field;
    element.addEventListener("keydown", (event) => this.pressed(event), { signal });
    element.addEventListener("keyup", (event) => this.lifted(event), { signal });
    element.addEventListener("blur", () => this.release(), { signal });
    addEventListener("blur", () => (this.vmHasClipboard = false), { signal });
  }

  /** Lets go of everything, here and in the VM. */
  release(): void {
    this.forget();
    this.stage.send({ type: "release" });
  }

  forget(): void {
    this.held.clear();
    this.lent.clear();
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.stage.mayAct()) return;
    const press = pressOf(event);
    const meaning = meaningOf(press, MAC, this.vmHasClipboard);
    switch (meaning.to) {
      case "browser":
      case "field":
        return;
      case "leave":
        event.preventDefault();
        this.leave();
        return;
      case "vm":
        event.preventDefault();
        if (copiesInVm(press, MAC)) this.vmHasClipboard = true;
        for (const [code, key] of this.lent) this.down(code, key, meaning.modifiers);
        this.lent.clear();
        this.down(meaning.code, meaning.key, meaning.modifiers);
    }
  }

  private lifted(event: KeyboardEvent): void {
    const modifiers = modifiersOf(pressOf(event), MAC);
    this.lent.delete(MAC && event.code.startsWith("Meta") ? "ControlLeft" : event.code);
    if (MAC && event.code.startsWith("Meta")) {
      // A Mac tells nothing of keys that go up while Command is down.
      for (const code of [...this.held.keys()]) this.up(code, modifiers);
    } else {
      this.up(event.code, modifiers);
    }
    if (this.held.size > 0) event.preventDefault();
  }

  private lend(): void {
    for (const [code, key] of [...this.held]) {
      this.lent.set(code, key);
      this.up(code, 0);
    }
  }

  private down(code: string, key: string, modifiers: number): void {
    this.held.set(code, key);
    this.stage.send({ type: "key", action: "down", code, key, modifiers });
  }

  private up(code: string, modifiers: number): void {
    const key = this.held.get(code);
    if (key === undefined || !this.held.delete(code)) return;
    this.stage.send({ type: "key", action: "up", code, key, modifiers });
  }
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { code, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const altGraph = event.getModifierState("AltGraph");
  return { code, key, altKey, ctrlKey, metaKey, shiftKey, altGraph, composing: event.isComposing };
}
