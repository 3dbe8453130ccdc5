import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Advice } from "../api/refusals";
import { signInHref } from "./return-to";

/** A refusal shown where it happened; read out at once. */
export function notice({ title, text, offer }: Advice): TemplateResult {
  return html`<div class="notice" role="alert">
    <strong>${title}</strong
    ><span>${text}</span>${offer === "sign-in" ? html`<a href=${signInHref()}>Sign in</a>` : nothing}
  </div>`;
}
