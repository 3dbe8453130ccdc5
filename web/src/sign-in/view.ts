import { html, nothing, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { timeLeft } from "../ui/clock";
import { field, typedIn } from "../ui/field";
import { notice } from "../ui/notice";
import { passwordField } from "../ui/password-field";
import type { Mode, SignInState } from "./state";

export interface SignInActs {
  mode(mode: Mode): void;
  show(shown: boolean): void;
  submit(typed: Readonly<Record<string, string>>): void;
  goOn(): void;
  signOut(): void;
  oidcHref(id: string): string;
}

export function signInView(state: SignInState, acts: SignInActs): TemplateResult | typeof nothing {
  const { methods, already } = state;
  if (already !== undefined) return card(welcome(already, acts));
  if (!methods) return card(html`<p class="soft" role="status"><span class="spinner"></span> One moment …</p>`);
  return card(html`
    <h1>${state.mode === "create" ? "Create an account" : "Sign in"}</h1>
    ${methods.password && methods.sign_up !== false ? tabs(state, acts) : nothing}
    ${state.trouble ? notice({ ...state.trouble, offer: "retry" }) : nothing}
    ${methods.password ? keyed(state.mode, form(state, acts)) : nothing}
    ${methods.oidc.length > 0 ? others(state, acts) : nothing}
    ${!methods.password && methods.oidc.length === 0 ? html`<p>Nobody can sign in here: it is switched off.</p>` : nothing}
    ${state.mode === "create" ? html`<p class="fine">What you started as a guest stays yours.</p>` : nothing}
  `);
}

function card(content: TemplateResult): TemplateResult {
  return html`<section class="card gate">${content}</section>`;
}

function welcome(name: string, acts: SignInActs): TemplateResult {
  return html`<h1>Welcome aboard</h1>
    <p>You are signed in as <strong>${name}</strong>.</p>
    <div class="actions">
      <button class="primary" @click=${acts.goOn}>Go on</button>
      <button class="quiet" @click=${acts.signOut}>Sign out</button>
    </div>`;
}

function tabs(state: SignInState, acts: SignInActs): TemplateResult {
  const tab = (mode: Mode, words: string) =>
    html`<button type="button" aria-pressed=${state.mode === mode} @click=${() => acts.mode(mode)}>${words}</button>`;
  return html`<div class="modes" role="group" aria-label="Sign in or create an account">
    ${tab("sign-in", "Sign in")} ${tab("create", "Create account")}
  </div>`;
}

function form(state: SignInState, acts: SignInActs): TemplateResult {
  const create = state.mode === "create";
  const wrong = (name: string) => (state.wrong?.field === name ? state.wrong.text : undefined);
  const waits = state.waitUntil !== undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!waits && !state.busy) acts.submit(typedIn(event.target as HTMLFormElement));
  };
  return html`<form class="fields" method="post" action="/sign-in" @submit=${submit}>
    ${field({
      name: "username",
      label: create ? "User name" : "User name or e-mail address",
      autocomplete: "username",
      autofocus: true,
      ...(create ? { maxlength: 32, hint: "3 to 32 letters, digits, dots and dashes." } : { maxlength: 254 }),
      error: wrong("username"),
    })}
    ${
      create
        ? field({
            name: "email",
            label: "E-mail address",
            type: "email",
            autocomplete: "email",
            maxlength: 254,
            error: wrong("email"),
          })
        : nothing
    }
    ${passwordField(
      {
        name: "password",
        label: "Password",
        autocomplete: create ? "new-password" : "current-password",
        ...(create ? { hint: "8 letters or more. Four words are better than one odd one." } : {}),
        error: wrong("password"),
      },
      state.shown,
      acts.show,
    )}
    <button class="primary" ?disabled=${state.busy || waits}>
      ${state.busy ? html`<span class="spinner"></span>` : nothing}${create ? "Create account" : "Sign in"}
    </button>
    ${
      waits
        ? html`<p class="field-note" role="timer">
            Too many tries. Try again in ${timeLeft(state.waitUntil! - state.now)}.
          </p>`
        : nothing
    }
  </form>`;
}

function others(state: SignInState, acts: SignInActs): TemplateResult {
  return html`${state.methods!.password ? html`<p class="or"><span>or</span></p>` : nothing}
    <div class="others">
      ${state.methods!.oidc.map(({ id, title }) => html`<a class="button" href=${acts.oidcHref(id)}>Continue with ${title}</a>`)}
    </div>`;
}
