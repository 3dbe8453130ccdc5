import { html, type TemplateResult } from "lit/html.js";
import type { Advice } from "../api/refusals";

/** A refusal shown where it happened; read out at once. */
export function notice(advice: Advice): TemplateResult {
  return html`<div class="notice" role="alert"><strong>${advice.title}</strong><span>${advice.text}</span></div>`;
}
