import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Advice } from "../api/refusals";
import { signInHref } from "./return-to";

export interface WaysOut {
  readonly retry: () => void;
  readonly another?: () => void;
}

/** A page-filling sheet: what happened and the one thing to do next, with the lobby always as another way. */
export function troubleSheet({ title, text, offer }: Advice, ways: WaysOut, again: boolean): TemplateResult {
  const main = {
    retry: html`<button class="primary" @click=${ways.retry}>Try again</button>`,
    new: ways.another
      ? html`<button class="primary" @click=${ways.another}>Open another</button>`
      : html`<a class="button primary" href="/">Open another</a>`,
    sessions: html`<a class="button primary" href="/#sessions">Show my browsers</a>`,
    "sign-in": html`<a class="button primary" href=${signInHref()}>Sign in</a>
      <button class="quiet" @click=${ways.retry}>Go on as a guest</button>`,
    lobby: nothing,
  }[offer];
  const lobby = html`<a class="button ${main === nothing ? "primary" : "quiet"}" href="/">To the lobby</a>`;
  return html`<div class="trouble" role="alert">
    <svg class="flag" viewBox="0 0 32 32" aria-hidden="true"><use href="/static/logo.svg#mark"></use></svg>
    <h1>${title}</h1>
    <p>${text}</p>
    <div class="actions">${main} ${offer === "sessions" ? nothing : lobby}</div>
    ${again ? html`<p class="soft"><span class="spinner"></span>This page looks again by itself.</p>` : nothing}
  </div>`;
}
