import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { hueOf, initialsOf } from "../../ui/person";
import { tint } from "../../ui/tint";
import { driverOf } from "../control/driver";
import type { Participant } from "../live/protocol";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";

const SHOWN = 5;
const SHOWN_ON_PHONES = 2;

/** Who is here, the driver first to be seen; the rest behind a number. Opens the list of them. */
export function faces(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const { list, total } = state.people;
  if (list.length === 0) return nothing;
  const driver = list.find(({ participantId }) => participantId === driverOf(state));
  // The driver stands first, so that a number never hides them.
  const all = driver ? [driver, ...list.filter((person) => person !== driver)] : list;
  const words = driver ? `${driver.participantId === state.self ? "You drive" : `${driver.name} drives`}` : "";
  return html`<button
    class="people"
    aria-expanded=${state.side === "people"}
    title="Who is here"
    @click=${() => acts.side("people")}
  >
    ${repeat(
      all.slice(0, SHOWN),
      (person) => person.participantId,
      (person, place) => avatar(person, person.colour, person === driver, place < SHOWN_ON_PHONES ? "" : "roomy"),
    )}
    ${more(total - SHOWN, "roomy")} ${more(total - SHOWN_ON_PHONES, "narrow")}
    <span class="visually-hidden">${total} here. ${words}</span><span class="drives" aria-hidden="true">${words}</span>
  </button>`;
}

function more(count: number, where: "roomy" | "narrow"): TemplateResult | typeof nothing {
  return count > 0 ? html`<span class="avatar more ${where}" aria-hidden="true">+${count}</span>` : nothing;
}

export function avatar(
  { participantId, name }: Pick<Participant, "participantId" | "name">,
  colour: string | undefined,
  drives = false,
  where = "",
): TemplateResult {
  return html`<span
    class="avatar hue-${hueOf(participantId)} ${drives ? "driving" : ""} ${where}"
    aria-hidden="true"
    title="${name}${drives ? " (drives)" : ""}"
    ${tint(colour)}
    >${initialsOf(name)}</span
  >`;
}
