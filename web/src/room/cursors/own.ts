/** As often as the room passes it on; more would be dropped there. */
const EVERY_MS = 33;

export interface OwnCursor {
  /** Whether somebody would see it. */
  wanted(): boolean;
  box(): DOMRectReadOnly | undefined;
  tell(place: { readonly x: number; readonly y: number } | { readonly off: true }): void;
}

/** Tells the room where this person points in the picture. */
export function followPointer(stage: HTMLElement, own: OwnCursor): void {
  let last = -Infinity;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let shown = false;
  const tell = (event: PointerEvent) => {
    const box = own.box();
    if (!box || box.width === 0 || box.height === 0 || !own.wanted()) return;
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    if (x < 0 || x > 1 || y < 0 || y > 1) return leave();
    last = performance.now();
    shown = true;
    own.tell({ x: round(x), y: round(y) });
  };
  const leave = () => {
    clearTimeout(pending);
    pending = undefined;
    if (shown) own.tell({ off: true });
    shown = false;
  };
  stage.addEventListener("pointermove", (event) => {
    clearTimeout(pending);
    // The last move of a gesture is always told.
    pending = setTimeout(() => tell(event), Math.max(0, EVERY_MS - (performance.now() - last)));
  });
  stage.addEventListener("pointerleave", leave);
  // A finger that is lifted points nowhere.
  stage.addEventListener("pointerup", (event) => event.pointerType !== "mouse" && leave());
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
