import { html, nothing, type TemplateResult } from "lit/html.js";
import { ref } from "lit/directives/ref.js";
import { icon } from "./icons";

/**
 * A modal dialog while `content` is given. The browser's own element keeps the focus inside, closes on Escape, and gives
 * the focus back to where it was.
 */
export function dialog(title: string, content: TemplateResult | undefined, close: () => void): TemplateResult | typeof nothing {
  if (!content) return nothing;
  const opened = (element?: Element) => {
    if (!(element instanceof HTMLDialogElement) || element.open) return;
    // It is not in the document before the whole template is.
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  };
  const clicked = (event: Event) => {
    // Only the backdrop is the dialog itself; everything else lies on its sheet.
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  };
  return html`<dialog class="dialog" aria-labelledby="dialog-title" ${ref(opened)} @click=${clicked} @close=${close}>
    <div class="sheet">
      <header>
        <h2 id="dialog-title">${title}</h2>
        <form method="dialog"><button class="ghost round" aria-label="Close">${icon("close")}</button></form>
      </header>
      ${content}
    </div>
  </dialog>`;
}
