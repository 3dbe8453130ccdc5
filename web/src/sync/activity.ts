const ACTS = ["pointerdown", "keydown", "wheel", "touchstart"];
const TELL_EVERY_MS = 10_000;

/** Tells, not more often than every 10 s, that a person does something on this page. */
export function onActivity(page: EventTarget, tell: () => void, signal: AbortSignal): void {
  let last = -Infinity;
  const acted = () => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    tell();
  };
  for (const act of ACTS) page.addEventListener(act, acted, { signal, capture: true, passive: true });
}
