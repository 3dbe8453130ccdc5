import { html, nothing, type TemplateResult } from "lit/html.js";
import { timeLeft } from "../../ui/clock";
import { MODES, type Control, type Mode } from "../live/protocol";
import { nameOf } from "../people/state";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";
import { MODE_WORDS, standing } from "./decide";
import { steps } from "./steps";

const TURNS = [30, 60, 120, 300, 600];
const DEFAULT_TURN = 60;

/** Who drives, by which rule, who waits, and what this person can do about it. */
export function controlPanel(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const { control } = state;
  if (!control) return nothing;
  return html`<section class="control" aria-labelledby="control-title">
    <h2 id="control-title">Who drives</h2>
    ${state.role === "owner" ? rules(control, acts) : html`<p class="soft">${MODE_WORDS[control.mode].text}</p>`}
    <p class="holder">${holderWords(state, control)}</p>
    ${queue(state, control)}
    <div class="actions">${steps(standing(control, state.role, state.self), acts)}</div>
  </section>`;
}

/** "Bob drives, 0:42 left." */
export function holderWords(state: RoomState, control: Control): string {
  const { drives } = standing(control, state.role, state.self);
  const left =
    control.turnEndsAt == null || control.holder === null ? "" : `, ${timeLeft(control.turnEndsAt - state.now)} left`;
  switch (drives) {
    case "you":
      return `You drive${left}.`;
    case "other":
      return `${nameOf(state.people, control.holder ?? "")} drives${left}.`;
    case "nobody":
      return "Nobody drives.";
    case "everybody":
      return state.mayControl ? "You may type and click." : "You are watching.";
  }
}

function rules({ mode, turnSeconds }: Control, acts: RoomActs): TemplateResult {
  const turn = turnSeconds ?? DEFAULT_TURN;
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  const turns = TURNS.includes(turn) ? TURNS : [...TURNS, turn].toSorted((a, b) => a - b);
  return html`<div class="rules">
      <label for="mode">Rule</label>
      <select
        id="mode"
        .value=${mode}
        @change=${(event: Event) => {
          const next = chosen(event) as Mode;
          void acts.live.mode(next, next === "queued" ? turn : undefined);
        }}
      >
        ${MODES.map((one) => html`<option value=${one} ?selected=${one === mode}>${MODE_WORDS[one].name}</option>`)}
      </select>
      ${mode === "queued"
        ? html`<label for="turn">Each for</label>
            <select id="turn" @change=${(event: Event) => void acts.live.mode("queued", Number(chosen(event)))}>
              ${turns.map((one) => html`<option value=${one} ?selected=${one === turn}>${turnWords(one)}</option>`)}
            </select>`
        : nothing}
    </div>
    <p class="soft">${MODE_WORDS[mode].text}</p>`;
}

function turnWords(seconds: number): string {
  return seconds < 60 || seconds % 60 !== 0 ? `${seconds} seconds` : seconds === 60 ? "a minute" : `${seconds / 60} minutes`;
}

function queue(state: RoomState, { queue: waiting }: Control): TemplateResult | typeof nothing {
  if (waiting.length === 0) return nothing;
  return html`<ol class="queue" aria-label="Waiting">
    ${waiting.map((id) => html`<li>${id === state.self ? "You" : nameOf(state.people, id)}</li>`)}
  </ol>`;
}
