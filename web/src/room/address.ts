import { html, type TemplateResult } from "lit/html.js";
import { icon } from "../ui/icons";
import type { RoomState } from "./state";
import type { RoomActs } from "./view";

/** An address field of the page's own: easier on phones, and needed where a VM shows no browser bars. */
export function addressPanel(state: RoomState, acts: RoomActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.goTo(String(new FormData(event.target as HTMLFormElement).get("to") ?? ""));
  };
  return html`
    <form class="row" @submit=${submit}>
      <label class="visually-hidden" for="to">Address or search words</label>
      <input
        id="to"
        name="to"
        autofocus
        inputmode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="2000"
        .value=${/^https?:/.test(state.url) ? state.url : ""}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
      <button class="primary" aria-label="Go">${icon("arrow")}</button>
    </form>
    <div class="actions">
      <button class="quiet" @click=${() => acts.navigate("back")}>Back</button>
      <button class="quiet" @click=${() => acts.navigate("forward")}>Forward</button>
      <button class="quiet" @click=${() => acts.navigate("reload")}>Reload</button>
    </div>
  `;
}
