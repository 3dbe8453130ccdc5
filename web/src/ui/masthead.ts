import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { logout } from "../api/account";
import { arrive, sessionSync } from "../api/here";
import { platforms, switchPlatform, type Connection } from "../api/platforms";
import type { SessionState } from "../sync/session-state";
import { timeLeft } from "./clock";
import { icon } from "./icons";
import { menu } from "./menu";
import { hueOf, initialsOf } from "./person";
import { signInHref } from "./return-to";
import { toast } from "./toast";

let connections: readonly Connection[] = [];

/** Who one is, at the top of each page: the way to sign in, or a menu under one's name. Call it once. */
export function masthead(): void {
  addEventListener("sessionStateChanged", show);
  addEventListener("platformSwitched", ({ detail }) => {
    show();
    toast(detail.platformName ? `Switched to ${detail.platformName} elsewhere.` : "No platform is chosen any more.");
  });
  addEventListener("sessionExpired", ({ detail }) => {
    const account = wasSignedIn;
    show();
    if (account) toast(ENDS[detail.reason ?? ""] ?? "You were signed out.");
  });
  addEventListener("notice", ({ detail }) => toast(detail.message));
  // A click is an act, and acts keep the session.
  addEventListener("sessionWarning", ({ detail }) => {
    if (wasSignedIn)
      toast(`You will be signed out in ${timeLeft(detail.remainingSeconds * 1000)}. Click anywhere to stay.`);
  });
  void arrive()
    .then(() => sessionSync.ready)
    .then(show);
}

const ENDS: Record<string, string> = {
  expired: "Your session has expired.",
  displaced: "You were signed out: you signed in on another device, and there were too many.",
  "signed-out-everywhere": "You were signed out everywhere.",
  "password-changed": "Your password was changed, so you were signed out here.",
  "ended-by-user": "You were signed out from another device.",
  disabled: "This account was closed.",
};

let wasSignedIn = false;

function show(): void {
  const host = document.querySelector<HTMLElement>("#person");
  const state = sessionSync.state;
  if (host) render(person(state), host);
  wasSignedIn = state?.authenticated === true;
}

function person(state: SessionState | undefined): TemplateResult | typeof nothing {
  const signedIn = state?.authenticated === true;
  const name = signedIn ? (state.user?.username ?? "You") : "Guest";
  const face = signedIn
    ? html`<span class="avatar hue-${hueOf(state.user?.id ?? "")}" aria-hidden="true">${initialsOf(name)}</span>`
    : icon("person");
  return html`${menu(signedIn ? "" : "guest", `${name}, menu`, html`${face}<span class="name">${name}</span>${icon("down")}`, items(state, signedIn), list)}
  ${signedIn ? nothing : html`<a class="button" href=${signInHref()}>Sign in</a>`}`;
}

function items(state: SessionState | undefined, signedIn: boolean): TemplateResult {
  return html`
    ${signedIn && state?.user?.email ? html`<p class="soft">${state.user.email}</p>` : nothing}
    <a href="/account">${signedIn ? "Account" : "Guest’s settings"}</a>
    <a href="/audit">Who did what</a>
    ${connections.length > 1 ? choice(state) : nothing}
    ${
      signedIn
        ? html`<button type="button" @click=${signOut}>Sign out</button>`
        : html`<a href=${signInHref("create")}>Create an account</a>`
    }
  `;
}

function choice(state: SessionState | undefined): TemplateResult {
  const active = state?.platform ? String(state.platform.id) : undefined;
  return html`<fieldset>
    <legend>Next browsers start on</legend>
    ${connections.map(
      ({ id, name }) =>
        html`<label>
          <input type="radio" name="platform" .checked=${id === active} @change=${() => choose(id)} />${name}
        </label>`,
    )}
  </fieldset>`;
}

async function list(): Promise<void> {
  const answer = await platforms();
  if (answer.ok) connections = answer.value;
  show();
}

async function choose(id: string): Promise<void> {
  const answer = await switchPlatform(id);
  if (answer.ok) sessionSync.notifyPlatformSwitch(answer.value.platform.id, answer.value.platform.name);
  else toast("The platform could not be switched. Try again in a moment.");
  show();
}

async function signOut(): Promise<void> {
  const answer = await logout();
  if (answer.ok || answer.status === 401) location.assign("/");
  else toast("Signing out did not work. Try again in a moment.");
}
