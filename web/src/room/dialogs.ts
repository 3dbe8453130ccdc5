import { html, nothing, type TemplateResult } from "lit/html.js";
import { dialog } from "../ui/dialog";
import { notice } from "../ui/notice";
import { addressPanel } from "./address";
import type { Participant } from "./live/protocol";
import { sharePanel } from "./share";
import type { RoomState } from "./state";
import type { RoomActs } from "./view";

export function dialogs(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const close = () => acts.tell({ type: "panel", panel: undefined });
  switch (state.panel) {
    case "share":
      return dialog("Share this browser", sharePanel(state, acts), close);
    case "address":
      return dialog("Where to?", addressPanel(state, acts), close);
    case "end":
      return dialog(state.role === "owner" ? "End or leave?" : "Leave this browser?", parting(state, acts, close), close);
    case undefined:
      return nothing;
    default:
      return dialog(`Ban ${state.panel.ban.name}?`, banning(state.panel.ban, acts, close), close);
  }
}

function banning({ participantId, name }: Participant, acts: RoomActs, stay: () => void): TemplateResult {
  const ban = () => {
    stay();
    acts.live.sendOut("ban", participantId);
  };
  return html`
    <p>${name} is sent out and cannot come back to this browser, also not with the link.</p>
    <div class="actions">
      <button class="danger" @click=${ban}>Ban</button>
      <button class="quiet" autofocus @click=${stay}>Don’t</button>
    </div>
  `;
}

function parting(state: RoomState, acts: RoomActs, stay: () => void): TemplateResult {
  const own = state.role === "owner";
  const others = state.people.list.filter((person) => person.participantId !== state.self).length;
  return html`
    <p>
      ${own
        ? `Ending closes it for ${others === 0 ? "good" : "everybody"} and wipes what it stored. Leaving keeps it for the others until it closes by itself.`
        : "It goes on for the others, and you can come back as long as it is shared."}
    </p>
    ${state.trouble ? notice(state.trouble) : nothing}
    <div class="actions">
      ${own
        ? html`<button class="danger" ?disabled=${state.busy} @click=${() => acts.part("end")}>
            ${others === 0 ? "End it" : "End it for everybody"}
          </button>`
        : nothing}
      <button class=${own ? "quiet" : "danger"} ?disabled=${state.busy} @click=${() => acts.part("leave")}>Leave</button>
      <button class="quiet" autofocus @click=${stay}>Stay</button>
    </div>
  `;
}
