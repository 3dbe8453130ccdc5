import { html, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { typedIn } from "../ui/field";
import { passwordField } from "../ui/password-field";
import type { AccountActs } from "./acts";
import { section } from "./section";
import type { AccountState } from "./state";

export function passwordSection(state: AccountState, acts: AccountActs): TemplateResult {
  const wrong = (name: string) => (state.wrong?.field === name && !state.open ? state.wrong.text : undefined);
  const show = (shown: boolean) => acts.tell({ type: "shown", shown });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (state.busy !== "password") acts.changePassword(typedIn(event.target as HTMLFormElement));
  };
  const form = html`<form class="fields" method="post" action="/account" @submit=${submit}>
    <div class="visually-hidden" aria-hidden="true">
      <input name="username" autocomplete="username" tabindex="-1" readonly .value=${state.who?.user?.username ?? ""} />
    </div>
    ${passwordField({ name: "current_password", label: "Your password now", autocomplete: "current-password", error: wrong("current_password") }, state.shown, show)}
    ${passwordField(
      {
        name: "new_password",
        label: "New password",
        autocomplete: "new-password",
        hint: "8 letters or more. Four words are better than one odd one.",
        error: wrong("new_password") ?? wrong("password"),
      },
      state.shown,
      show,
    )}
    <div class="actions">
      <button class="primary" ?disabled=${state.busy === "password"}>Change the password</button>
    </div>
  </form>`;
  return section(
    state,
    "password",
    "Password",
    html`
      <p class="soft">Changing it signs you out on all other devices.</p>
      ${keyed(state.taken, form)}
    `,
  );
}
