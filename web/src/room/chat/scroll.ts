/** As near to the end as counts as being there, px. */
const NEAR = 48;
const tended = new WeakSet<Element>();

/** Keeps the end in sight for whoever looks at it; who reads further up stays there. */
export function stickToEnd(element?: Element): void {
  if (!(element instanceof HTMLElement) || tended.has(element)) return;
  tended.add(element);
  let atEnd = true;
  const toEnd = () => atEnd && element.scrollTo({ top: element.scrollHeight });
  element.addEventListener(
    "scroll",
    () => (atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR),
    { passive: true },
  );
  new MutationObserver(toEnd).observe(element, { childList: true, subtree: true });
  new ResizeObserver(toEnd).observe(element);
  queueMicrotask(toEnd);
}
