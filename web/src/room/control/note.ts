import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../ui/icons";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";
import { standing } from "./decide";
import { holderWords } from "./panel";
import { steps } from "./steps";

/** Over the picture: who drives, and the way to the wheel. Nothing where everybody may act, for those who may. */
export function controlNote(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const { control } = state;
  if (!control || state.stay !== "inside") {
    return state.mayControl ? nothing : html`<div class="note still">You are watching</div>`;
  }
  if (control.mode === "free" && state.mayControl) return nothing;
  const where = standing(control, state.role, state.self);
  const waits = where.place > 0 ? html`<span class="place">${place(where.place)}</span>` : nothing;
  return html`<div class="note wheel ${where.drives === "you" ? "mine" : ""}">
    ${icon("wheel")}<span>${holderWords(state, control)}</span>${waits} ${steps(where, acts)}
  </div>`;
}

function place(number: number): string {
  return number === 1 ? "You are next" : `You are number ${number} in line`;
}
