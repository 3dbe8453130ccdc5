import { html, nothing, type TemplateResult } from "lit/html.js";
import { timeLeft } from "../ui/clock";
import { icon } from "../ui/icons";
import { troubleSheet } from "../ui/trouble";
import { controlNote } from "./control/note";
import type { RoomState } from "./state";
import type { RoomActs } from "./view";

/** What lies over the picture: the way in, a lost line, the end, and what wants a tap. */
export function overlay(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const { phase, player } = state;
  if (phase.name === "outside") {
    return troubleSheet(phase.advice, { retry: acts.enter, another: acts.another }, phase.again);
  }
  if (phase.name === "entering") return waiting("Coming aboard …", "");
  if (player.name === "connecting") {
    return waiting("Starting the picture …", player.attempt > 2 ? "This takes longer than usual; still trying." : "");
  }
  return html`<div class="notes">
    ${player.name === "reconnecting"
      ? html`<div class="note" role="status"><span class="spinner"></span>Reconnecting …</div>`
      : nothing}
    ${state.sound === "blocked" && !state.muted
      ? html`<button class="note" @click=${acts.unblock}>${icon("sound")}Tap for sound</button>`
      : nothing}
    ${state.stay === "away" && player.name === "playing"
      ? html`<div class="note" role="status"><span class="spinner"></span>Chat and people: connection lost, coming back …</div>`
      : nothing}
    ${controlNote(state, acts)}
    ${state.warning ? warning(state) : nothing}
  </div>`;
}

function waiting(title: string, text: string): TemplateResult {
  return html`<div class="waiting" role="status">
    <div class="swell" aria-hidden="true"><i></i><i></i><i></i></div>
    <p>${title}</p>
    ${text ? html`<p class="soft">${text}</p>` : nothing}
  </div>`;
}

function warning({ warning: soon, now }: RoomState): TemplateResult | typeof nothing {
  if (!soon) return nothing;
  const left = timeLeft(soon.closesAt - now);
  const words =
    soon.reason === "inactive"
      ? `Nobody is using this browser: it closes in ${left}. Click into it to keep it.`
      : `Its time is nearly up: this browser closes in ${left}.`;
  return html`<div class="note late">${icon("clock")}${words}</div>`;
}
