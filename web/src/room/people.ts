import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { Person } from "../player/player";
import { hueOf, initialsOf } from "../ui/person";
import type { RoomState } from "./state";
import type { RoomActs } from "./view";

const SHOWN = 5;
const SHOWN_ON_PHONES = 2;

/** Who is here, the driver first to be seen; the rest behind a number. */
export function people(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  if (state.people.length === 0) return nothing;
  const driver = state.people.find((person) => person.participantId === state.driver);
  // The driver stands first, so that a number never hides them.
  const all = driver ? [driver, ...state.people.filter((person) => person !== driver)] : state.people;
  const words = driver ? `${driver.participantId === state.self ? "You drive" : `${driver.name} drives`}` : "";
  return html`<button
    class="people"
    aria-label="${state.people.length} here. ${words}"
    title="Who is here"
    @click=${() => acts.tell({ type: "panel", panel: "people" })}
  >
    ${repeat(
      all.slice(0, SHOWN),
      (person) => person.participantId,
      (person, place) => avatar(person, person === driver, place < SHOWN_ON_PHONES ? "" : "roomy"),
    )}
    ${more(all.length - SHOWN, "roomy")} ${more(all.length - SHOWN_ON_PHONES, "narrow")}
    <span class="drives">${words}</span>
  </button>`;
}

function more(count: number, where: "roomy" | "narrow"): TemplateResult | typeof nothing {
  return count > 0 ? html`<span class="avatar more ${where}">+${count}</span>` : nothing;
}

export function avatar(person: Person, drives: boolean, where = ""): TemplateResult {
  return html`<span
    class="avatar hue-${hueOf(person.participantId)} ${drives ? "driving" : ""} ${where}"
    title="${person.name}${drives ? " (drives)" : ""}"
    >${initialsOf(person.name)}</span
  >`;
}

const ROLES = { owner: "owner", controller: "may type and click", viewer: "watches" } as const;

export function peopleList(state: RoomState): TemplateResult {
  return html`<ul class="people-list">
    ${state.people.map(
      (person) => html`<li>
        ${avatar(person, person.participantId === state.driver)}
        <span class="who"
          >${person.name}${person.participantId === state.self ? html` <span class="soft">(you)</span>` : nothing}</span
        >
        <span class="soft"
          >${ROLES[person.role] ?? person.role}${person.connections > 1 ? `, ${person.connections} windows` : nothing}${person.participantId ===
          state.driver
            ? ", drives"
            : nothing}</span
        >
      </li>`,
    )}
  </ul>`;
}
