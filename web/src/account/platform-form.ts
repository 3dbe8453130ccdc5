import { html, nothing, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import type { Connection, ConnectionWish, PlatformType } from "../api/platforms";
import { field, typedIn } from "../ui/field";
import { notice } from "../ui/notice";
import { passwordField } from "../ui/password-field";
import type { AccountActs } from "./acts";
import { KINDS } from "./platforms";
import type { AccountState, Open } from "./state";

export function platformForm(
  open: Open & { form: "platform" },
  state: AccountState,
  acts: AccountActs,
): TemplateResult {
  const { of, kind } = open;
  const wrong = (name: string) => (state.wrong?.field === name ? state.wrong.text : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (state.busy !== "platforms") acts.savePlatform(of, typedIn(event.target as HTMLFormElement));
  };
  const chosen = (event: Event) =>
    acts.tell({ type: "open", open: { ...open, kind: (event.target as HTMLSelectElement).value as PlatformType } });
  return html`<form class="fields" @submit=${submit}>
    ${state.trouble ? notice(state.trouble.advice) : nothing}
    ${field({ name: "name", label: "Name", autocomplete: "off", maxlength: 64, value: of?.name ?? "", autofocus: true, error: wrong("name") })}
    <div class="field">
      <label for="field-platform_type">Kind</label>
      <select id="field-platform_type" name="platform_type" @change=${chosen}>
        ${Object.entries(KINDS).map(([type, words]) => html`<option value=${type} ?selected=${type === kind}>${words}</option>`)}
      </select>
    </div>
    ${keyed(kind, kind === "chromium" ? nothing : remote(kind, of, state, acts, wrong))}
    <label class="check"
      ><input
        type="checkbox"
        name="is_default"
        .defaultChecked=${of?.is_default ?? false}
        ?disabled=${of?.is_default}
      />The default for new sessions</label
    >
    <div class="actions">
      <button class="primary" ?disabled=${state.busy === "platforms"}>${of ? "Save" : "Add"}</button>
      <button type="button" class="quiet" @click=${() => acts.tell({ type: "open", open: undefined })}>Cancel</button>
    </div>
  </form>`;
}

function remote(
  kind: PlatformType,
  of: Connection | undefined,
  state: AccountState,
  acts: AccountActs,
  wrong: (name: string) => string | undefined,
): TemplateResult {
  const hyperbeam = kind === "hyperbeam";
  return html`${field({
    name: "instance_url",
    label: "Address",
    type: "url",
    autocomplete: "off",
    maxlength: 255,
    value: of?.instance_url ?? (hyperbeam ? "https://engine.hyperbeam.com" : ""),
    placeholder: "https://",
    required: !hyperbeam,
    error: wrong("instance_url"),
  })}
  ${
    hyperbeam
      ? nothing
      : field({
          name: "username",
          label: "User name",
          autocomplete: "off",
          maxlength: 255,
          value: of?.username ?? "",
          required: false,
          error: wrong("username"),
        })
  }
  ${passwordField(
    {
      name: "secret",
      label: hyperbeam ? "API key" : "Key or token",
      autocomplete: "off",
      maxlength: 4096,
      required: false,
      hint: of?.has_secret
        ? "There is one. Leave this empty to keep it; nobody can read it again."
        : "Kept encrypted; nobody can read it again.",
      error: wrong("secret"),
    },
    state.shown,
    (shown) => acts.tell({ type: "shown", shown }),
  )}`;
}

/** What to ask the server for; an empty secret leaves the old one. */
export function wishFrom(typed: Readonly<Record<string, string>>, of: Connection | undefined): ConnectionWish {
  const { name = "", platform_type = "chromium", instance_url, username, secret, is_default } = typed;
  return {
    name,
    platform_type: platform_type as PlatformType,
    ...(instance_url ? { instance_url } : {}),
    ...(username ? { username } : {}),
    ...(secret ? { secret } : {}),
    ...(is_default !== undefined || of?.is_default ? { is_default: true } : {}),
  };
}
