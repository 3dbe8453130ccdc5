import { html, nothing, type TemplateResult } from "lit/html.js";
import { notice } from "../ui/notice";
import type { AccountState, Section } from "./state";

/** A card with a title, and above its content what went wrong in it. */
export function section(state: AccountState, id: Section, title: string, content: TemplateResult): TemplateResult {
  const trouble = state.trouble?.section === id && !state.open ? state.trouble.advice : undefined;
  return html`<section class="card" id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${trouble ? notice(trouble) : nothing} ${content}
  </section>`;
}
