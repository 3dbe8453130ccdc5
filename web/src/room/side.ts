import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../ui/icons";
import { chatPanel } from "./chat/panel";
import { peoplePanel } from "./people/panel";
import type { RoomState, Side } from "./state";
import { studyPanel } from "./study/panel";
import type { RoomActs } from "./view";

const TABS = { people: "People", chat: "Chat", study: "Timer" } as const;
const ORDER = Object.keys(TABS) as (keyof typeof TABS)[];

/** What stands beside the picture: on phones a sheet over its lower half. */
export function side(state: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  const shown = sideOf(state);
  if (!shown) return nothing;
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") acts.side(undefined);
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const step = event.key === "ArrowRight" ? 1 : ORDER.length - 1;
    const next = ORDER[(ORDER.indexOf(shown) + step) % ORDER.length]!;
    acts.side(next);
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`
    <header @keydown=${pressed}>
      <div class="tabs" role="tablist" aria-label="Beside the picture">
        ${ORDER.map(
          (tab) =>
            html`<button
              id="tab-${tab}"
              role="tab"
              class="tab"
              aria-selected=${tab === shown}
              aria-controls="side-panel"
              tabindex=${tab === shown ? 0 : -1}
              @click=${() => tab !== shown && acts.side(tab)}
            >
              ${TABS[tab]}
            </button>`,
        )}
      </div>
      <button class="ghost" aria-label="Close the panel" @click=${() => acts.side(undefined)}>${icon("close")}</button>
    </header>
    <div id="side-panel" class="side-panel ${shown}" role="tabpanel" aria-labelledby="tab-${shown}">
      ${shown === "chat" ? chatPanel(state, acts) : shown === "study" ? studyPanel(state, acts) : peoplePanel(state, acts)}
    </div>
  `;
}

/** Nothing stands beside a picture that is not there. */
export function sideOf({ side: wanted, phase }: RoomState): Side {
  return phase.name === "inside" ? wanted : undefined;
}
