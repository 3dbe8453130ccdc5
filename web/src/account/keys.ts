import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { ApiKey } from "../api/account";
import { ago } from "../ui/clock";
import { field, typedIn } from "../ui/field";
import { icon } from "../ui/icons";
import { notice } from "../ui/notice";
import type { AccountActs } from "./acts";
import { section } from "./section";
import type { AccountState } from "./state";

/** Keys for programs that use the remote browser API. */
export function keysSection(state: AccountState, acts: AccountActs): TemplateResult {
  const { keys } = state;
  return section(
    state,
    "keys",
    "API keys",
    html`
      <p class="soft">
        For programs that open browsers by <code>/v0/vm</code>. Whoever has a key can do so in your name.
      </p>
      ${
        keys === undefined
          ? html`<p class="soft" role="status">Looking …</p>`
          : keys.length === 0
            ? nothing
            : html`<ul class="rows">
                ${repeat(
                  keys,
                  ({ id }) => id,
                  (key) => row(key, state, acts),
                )}
              </ul>`
      }
      <div class="actions">
        <button class="quiet" @click=${() => acts.tell({ type: "open", open: { form: "key" } })}>Make a key</button>
      </div>
    `,
  );
}

function row(key: ApiKey, { now }: AccountState, acts: AccountActs): TemplateResult {
  const since = (time: string | null | undefined) => (time ? ago(now - Date.parse(time)) : undefined);
  const facts = [
    key.prefix ? `${key.prefix}…` : undefined,
    key.created_at ? `made ${since(key.created_at)}` : undefined,
    key.last_used_at ? `used ${since(key.last_used_at)}` : "never used",
    key.expires_at ? `until ${new Date(key.expires_at).toLocaleDateString()}` : undefined,
  ];
  return html`<li>
    <div>
      <span class="title">${key.name}</span>
      <span class="facts">${facts.filter(Boolean).join(" · ")}</span>
    </div>
    <button
      class="quiet"
      aria-label="Delete the key ${key.name}"
      @click=${() => acts.tell({ type: "open", open: { form: "remove-key", of: key } })}
    >
      Delete
    </button>
  </li>`;
}

export function keyForm(state: AccountState, acts: AccountActs): TemplateResult {
  if (state.fresh) return freshKey(state.fresh, state, acts);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (state.busy !== "keys") acts.makeKey(typedIn(event.target as HTMLFormElement));
  };
  return html`<form class="fields" @submit=${submit}>
    ${state.trouble ? notice(state.trouble.advice) : nothing}
    ${field({
      name: "name",
      label: "What it is for",
      autocomplete: "off",
      maxlength: 64,
      placeholder: "nightly tests",
      autofocus: true,
      error: state.wrong?.field === "name" ? state.wrong.text : undefined,
    })}
    <div class="actions">
      <button class="primary" ?disabled=${state.busy === "keys"}>Make the key</button>
      <button type="button" class="quiet" @click=${() => acts.tell({ type: "open", open: undefined })}>Cancel</button>
    </div>
  </form>`;
}

function freshKey(key: ApiKey, state: AccountState, acts: AccountActs): TemplateResult {
  return html`<p>Copy it now: it is shown this once.</p>
    <label for="fresh-key">Key “${key.name}”</label>
    <div class="row">
      <input
        id="fresh-key"
        class="code"
        readonly
        autocomplete="off"
        .value=${key.key ?? ""}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
      <button class="primary" @click=${acts.copyKey}>
        ${icon(state.copied ? "check" : "copy")}<span aria-live="polite">${state.copied ? "Copied" : "Copy"}</span>
      </button>
    </div>
    <div class="actions">
      <button class="quiet" @click=${() => acts.tell({ type: "open", open: undefined })}>I have it</button>
    </div>`;
}
