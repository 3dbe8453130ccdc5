import { html, nothing, type TemplateResult } from "lit/html.js";
import { ago } from "../ui/clock";
import { hueOf, initialsOf } from "../ui/person";
import { signInHref } from "../ui/return-to";
import type { AccountActs } from "./acts";
import { devicesSection } from "./devices";
import { dialogs } from "./dialogs";
import { keysSection } from "./keys";
import { passwordSection } from "./password";
import { platformsSection } from "./platforms";
import type { AccountState } from "./state";

export function accountView(state: AccountState, acts: AccountActs): TemplateResult {
  const { who } = state;
  if (!who) return html`<p class="soft" role="status"><span class="spinner"></span> One moment …</p>`;
  return html`
    ${who.authenticated ? person(state) : invitation()} ${who.session ? columns(state, acts) : nothing}
    ${dialogs(state, acts)}
  `;
}

function columns(state: AccountState, acts: AccountActs): TemplateResult {
  const account = state.who?.authenticated === true;
  return html`<div class="columns">
    <div>${platformsSection(state, acts)} ${account ? keysSection(state, acts) : nothing}</div>
    <div>${devicesSection(state, acts)} ${account ? passwordSection(state, acts) : nothing}</div>
  </div>`;
}

function person({ who, now }: AccountState): TemplateResult {
  const name = who?.user?.username ?? "You";
  const since = who?.session?.created_at;
  return html`<header class="me">
    <span class="avatar large hue-${hueOf(who?.user?.id ?? "")}" aria-hidden="true">${initialsOf(name)}</span>
    <div>
      <h1>${name}</h1>
      <p class="soft">
        ${[who?.user?.email, since && now ? `signed in here ${ago(now - Date.parse(since))}` : undefined].filter(Boolean).join(" · ")}
      </p>
    </div>
  </header>`;
}

function invitation(): TemplateResult {
  return html`<section class="card invitation" aria-labelledby="invitation-title">
    <h1 id="invitation-title">You are here as a guest</h1>
    <p>With an account your browsers and settings follow you to your other devices. What you started stays yours.</p>
    <div class="actions">
      <a class="button primary" href=${signInHref("create")}>Create an account</a>
      <a class="button" href=${signInHref()}>Sign in</a>
    </div>
  </section>`;
}
