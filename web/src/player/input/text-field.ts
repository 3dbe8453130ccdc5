import type { Stage } from "./stage";

/** Something to delete: an empty field would swallow an on-screen keyboard's backspace. */
const PADDING = "\u00a0\u00a0";
/** UTF-8 takes at most three bytes for each UTF-16 unit; a text message holds 8 KiB. */
const CHUNK = 2_700;
/** A longer paste would flood the line; nobody types that much into a page. */
const LONGEST = 250_000;

/** The hidden text field that has the focus while a person types into the picture. */
export class TextField {
  readonly element = document.createElement("textarea");

  /** @param beforePaste lets go of what is held, for a text that arrives under Control would be commands */
  constructor(
    private readonly stage: Stage,
    private readonly beforePaste: () => void,
    signal: AbortSignal,
  ) {
    const { element } = this;
    element.className = "player-keys";
    element.setAttribute("aria-label", "The shared browser. Type here; Control, Alt and Shift together leave it.");
    for (const name of ["autocomplete", "autocorrect", "autocapitalize"]) element.setAttribute(name, "off");
    element.spellcheck = false;
    const on = (type: string, handler: (event: never) => void) =>
      element.addEventListener(type, handler as EventListener, { signal });
    on("compositionupdate", (event: CompositionEvent) => this.compose("update", event.data));
    on("compositionend", (event: CompositionEvent) => {
      this.compose(event.data ? "commit" : "cancel", event.data);
      this.refill();
    });
    on("input", (event: InputEvent) => this.typed(event));
    on("paste", (event: ClipboardEvent) => this.pasted(event));
    on("focus", () => this.refill());
    this.refill();
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  private compose(action: "update" | "commit" | "cancel", text: string): void {
    if (this.stage.mayAct()) this.stage.send({ type: "composition", text: text.slice(0, CHUNK), action });
  }

  private typed(event: InputEvent): void {
    if (event.isComposing || event.inputType === "insertCompositionText") return;
    if (event.inputType.startsWith("delete")) this.tap(event.inputType.endsWith("Forward") ? "Delete" : "Backspace");
    else if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") this.tap("Enter");
    else if (event.data) this.text(event.data);
    this.refill();
  }

  private pasted(event: ClipboardEvent): void {
    event.preventDefault();
    if (this.stage.mayAct()) this.beforePaste();
    this.text(event.clipboardData?.getData("text/plain") ?? "");
  }

  private text(text: string): void {
    if (!this.stage.mayAct()) return;
    for (const piece of pieces(text.slice(0, LONGEST), CHUNK)) this.stage.send({ type: "text", text: piece });
  }

  private tap(key: "Backspace" | "Delete" | "Enter"): void {
    if (!this.stage.mayAct()) return;
    for (const action of ["down", "up"] as const) {
      this.stage.send({ type: "key", action, code: key, key, modifiers: 0 });
    }
  }

  private refill(): void {
    this.element.value = PADDING;
    this.element.setSelectionRange(PADDING.length, PADDING.length);
  }
}

/** Cuts a text into pieces of at most `length` units, never through a surrogate pair. */
export function pieces(text: string, length: number): string[] {
  const cut: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + length);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    cut.push(text.slice(at, end));
    at = end;
  }
  return cut;
}
