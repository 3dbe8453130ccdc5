import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../ui/icons";
import { menu } from "../../ui/menu";
import { driverOf } from "../control/driver";
import { controlPanel } from "../control/panel";
import type { Participant } from "../live/protocol";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";
import { avatar } from "./faces";

const ROLES = { owner: "Owner", controller: "May type and click", viewer: "Watches" } as const;

/** Who is here and who drives; for the owner also what can be done about that. */
export function peoplePanel(state: RoomState, acts: RoomActs): TemplateResult {
  const { list, total } = state.people;
  return html`
    ${controlPanel(state, acts)}
    <section aria-labelledby="people-title">
      <h2 id="people-title">Here now</h2>
      <ul class="people-list">
        ${repeat(
          list,
          ({ participantId }) => participantId,
          (person) => one(person, state, acts),
        )}
      </ul>
      ${total > list.length ? html`<p class="soft">and ${total - list.length} more</p>` : nothing}
    </section>
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${state.pointing}
        @change=${(event: Event) => acts.pointing((event.target as HTMLInputElement).checked)}
      />
      <span class="track" aria-hidden="true"></span>
      <span
        ><strong>Cursors</strong><span class="soft">See where the others point, and let them see where you do.</span></span
      >
    </label>
  `;
}

function one(person: Participant, state: RoomState, acts: RoomActs): TemplateResult {
  const { participantId, name, role } = person;
  const self = participantId === state.self;
  const drives = participantId === driverOf(state);
  const place = (state.control?.queue.indexOf(participantId) ?? -1) + 1;
  const words = [
    ROLES[role],
    drives ? "drives" : "",
    place > 0 ? `waits to drive (${place})` : "",
  ].filter(Boolean);
  return html`<li>
    ${avatar(person, person.colour, drives)}
    <span class="who"
      >${name}${self ? html` <span class="soft">(you)</span>` : nothing}<span class="soft what-for">${words.join(", ")}</span></span
    >
    ${state.role === "owner" && !self ? powers(person, state, acts) : nothing}
  </li>`;
}

function powers(person: Participant, state: RoomState, acts: RoomActs): TemplateResult {
  const { participantId, name, role } = person;
  const held = state.control?.holder === participantId;
  // A click on an entry is the end of the menu.
  const close = (event: Event) => ((event.currentTarget as Element).closest("details")!.open = false);
  const act = (words: string, does: () => void, kind = "") =>
    html`<button
      type="button"
      class=${kind}
      @click=${(event: Event) => {
        close(event);
        does();
      }}
    >
      ${words}
    </button>`;
  return menu(
    "powers",
    `What to do about ${name}`,
    icon("more"),
    html`
      ${held || (state.control?.mode === "free" && role !== "viewer")
        ? nothing
        : act("Hand over the wheel", () => acts.live.grant(participantId))}
      ${role === "viewer"
        ? act("Let them type and click", () => acts.live.role(participantId, "controller"))
        : act("Let them only watch", () => acts.live.role(participantId, "viewer"))}
      ${act("Send out", () => acts.live.sendOut("kick", participantId))}
      ${act("Ban …", () => acts.tell({ type: "panel", panel: { ban: person } }), "alarming")}
    `,
    () => {},
  );
}
