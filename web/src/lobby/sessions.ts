import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { Session } from "../api/vm";
import { ago, timeLeft } from "../ui/clock";
import { dialog } from "../ui/dialog";
import type { LobbyState } from "./state";
import type { LobbyActs } from "./view";

/** The sessions this person is in, with a way back in and a way out of each. */
export function sessionsView(state: LobbyState, acts: LobbyActs): TemplateResult {
  const { sessions, asking } = state;
  if (!sessions) return html`<p class="soft" role="status">Looking …</p>`;
  const asked = sessions.find((one) => one.id === asking);
  return html`
    ${sessions.length === 0
      ? html`<p class="soft">None yet. What you open or join shows up here.</p>`
      : html`<ul class="sessions">
          ${repeat(
            sessions,
            (one) => one.id,
            (one) => row(one, state, acts),
          )}
        </ul>`}
    ${dialog("End this browser?", asked && confirmation(asked, acts), () => acts.ask(undefined))}
  `;
}

function row(session: Session, state: LobbyState, acts: LobbyActs): TemplateResult {
  const own = session.role === "owner";
  const people = session.participants?.length ?? session.participantCount ?? 0;
  const facts = [
    own ? "yours" : "joined",
    session.state === "opening" ? "starting" : session.isShared ? "shared" : "not shared",
    people > 1 ? `${people} people` : undefined,
    session.createdAt ? `opened ${ago(state.now - session.createdAt)}` : undefined,
    session.expiresAt ? `${timeLeft(session.expiresAt - state.now)} left` : undefined,
  ].filter(Boolean);
  return html`<li>
    <div>
      <a class="id" href="/room/${encodeURIComponent(session.id)}">${session.id}</a>
      <span class="facts">${facts.join(" · ")}</span>
    </div>
    <button
      class="quiet"
      ?disabled=${state.busy === "sessions"}
      aria-label="${own ? "End" : "Leave"} ${session.id}"
      @click=${() => (own ? acts.ask(session.id) : acts.part(session))}
    >
      ${own ? "End" : "Leave"}
    </button>
  </li>`;
}

function confirmation(session: Session, acts: LobbyActs): TemplateResult {
  const others = (session.participants?.length ?? 1) - 1;
  return html`<p>
      It closes for you${others > 0 ? ` and ${others === 1 ? "one other person" : `${others} others`}` : nothing}, and what
      it stored is wiped.
    </p>
    <div class="actions">
      <button class="danger" @click=${() => acts.part(session)}>End it</button>
      <button class="quiet" autofocus @click=${() => acts.ask(undefined)}>Keep it</button>
    </div>`;
}
