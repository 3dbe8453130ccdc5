import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Session } from "../api/vm";
import { icon } from "../ui/icons";
import { notice } from "../ui/notice";
import { sessionsView } from "./sessions";
import type { LobbyState, Place } from "./state";

export interface LobbyActs {
  open(address: string): void;
  join(pasted: string): void;
  named(name: string): void;
  part(session: Session): void;
  ask(id: string | undefined): void;
  retry(): void;
}

export function lobbyView(state: LobbyState, acts: LobbyActs): TemplateResult {
  return html`
    <section class="open" aria-labelledby="open-title">
      <h1 id="open-title">One browser,<br />everyone aboard.</h1>
      <p class="lead">Open a real browser on this server, share its link, and watch, click and type in it together.</p>
      <form class="open-form" @submit=${submit("address", acts.open)}>
        <label class="visually-hidden" for="address">Address to open, optional</label>
        <input
          id="address"
          name="address"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="2000"
          placeholder="Address or search words (optional)"
        />
        <button class="primary" ?disabled=${state.busy === "create"}>
          ${state.busy === "create" ? html`<span class="spinner"></span>Opening …` : html`Open a browser ${icon("arrow")}`}
        </button>
      </form>
      ${trouble(state, "create")}
      <p class="fine">No account needed. It closes by itself when you are done, and forgets everything.</p>
    </section>

    <div class="decks">
      <section class="card" aria-labelledby="join-title">
        <h2 id="join-title">Join somebody</h2>
        <form @submit=${submit("session", acts.join)}>
          <label for="session">Their link or id</label>
          <div class="row">
            <input
              id="session"
              name="session"
              required
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              maxlength="2000"
              placeholder="k3fw-9dpt-x2mn-7hqa"
            />
            <button ?disabled=${state.busy === "join"}>
              ${state.busy === "join" ? html`<span class="spinner"></span>` : nothing}Join
            </button>
          </div>
        </form>
        ${trouble(state, "join")}
        <label for="name">Your name, for the others <span class="soft">(optional)</span></label>
        <input
          id="name"
          maxlength="40"
          autocomplete="nickname"
          placeholder="Guest"
          .value=${state.name}
          @change=${(event: Event) => acts.named((event.target as HTMLInputElement).value)}
        />
      </section>

      <section class="card" id="sessions" aria-labelledby="sessions-title" tabindex="-1">
        <h2 id="sessions-title">Your browsers</h2>
        ${trouble(state, "sessions")} ${sessionsView(state, acts)}
      </section>
    </div>
  `;
}

function trouble(state: LobbyState, place: Place): TemplateResult | typeof nothing {
  return state.trouble?.place === place ? notice(state.trouble.advice) : nothing;
}

function submit(field: string, act: (value: string) => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    act(String(new FormData(event.target as HTMLFormElement).get(field) ?? ""));
  };
}
