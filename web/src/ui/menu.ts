import { html, type TemplateResult } from "lit/html.js";
import { ref } from "lit/directives/ref.js";

/** A button that opens a small sheet below it; closes on Escape, on a click elsewhere and when the focus leaves. */
export function menu(
  kind: string,
  label: string,
  summary: TemplateResult,
  content: TemplateResult,
  opened: () => void,
): TemplateResult {
  const toggled = (event: Event) => (event.target as HTMLDetailsElement).open && opened();
  return html`<details class="menu ${kind}" ${ref(tend)} @toggle=${toggled}>
    <summary class="button quiet" aria-label=${label}>${summary}</summary>
    <div class="menu-sheet">${content}</div>
  </details>`;
}

const tended = new WeakSet<Element>();

function tend(element?: Element): void {
  if (!(element instanceof HTMLDetailsElement) || tended.has(element)) return;
  tended.add(element);
  const close = () => (element.open = false);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    close();
    element.querySelector("summary")?.focus();
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !element.contains(target)) close();
  });
}
