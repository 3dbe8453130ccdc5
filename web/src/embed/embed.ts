import { html, nothing, render } from "lit/html.js";
import { accessFrom, claimsOf, Player, type PlayerState, type Sound } from "../player/player";
import { adviceAfter } from "../ui/failures";
import { icon } from "../ui/icons";
import { renewByJoining } from "../ui/renewal";
import { troubleSheet } from "../ui/trouble";

/** A VM's own page: nothing but its picture. */
const host = document.querySelector<HTMLElement>("#player")!;
const overlay = document.querySelector<HTMLElement>("#overlay")!;
const access = accessFrom(location.href);
const vmSessionId = access && claimsOf(access.token).vmSessionId;
let state: PlayerState = { name: "connecting", attempt: 0 };
let sound: Sound = "waiting";

function show(): void {
  document.documentElement.dataset["state"] = host.dataset["state"] = state.name;
  document.documentElement.dataset["sound"] = sound;
  render(words(), overlay);
}

function words() {
  switch (state.name) {
    case "failed":
      return troubleSheet(adviceAfter(state.failure, state.detail), { retry: () => player?.restart() }, false);
    case "connecting":
      return html`<div class="waiting" role="status">
        <div class="swell" aria-hidden="true"><i></i><i></i><i></i></div>
        <p>Starting the picture …</p>
      </div>`;
    default:
      return html`<div class="notes">
        ${state.name === "reconnecting"
          ? html`<div class="note" role="status"><span class="spinner"></span>Reconnecting …</div>`
          : nothing}
        ${sound === "blocked"
          ? html`<button class="note" @click=${() => player?.unblockSound()}>${icon("sound")}Tap for sound</button>`
          : nothing}
      </div>`;
  }
}

const player = access && open();

function open(): Player {
  const opened = new Player({
    host,
    access: access!,
    // Whoever came by a participant's link and has a user session here gets a new token by joining again.
    ...(vmSessionId ? { renew: () => renewByJoining(vmSessionId, true) } : {}),
    workletUrl: `/static/audio-worklet.js?v=${BUILD_STAMP}`,
    onState: (next) => {
      state = next;
      show();
    },
    onSound: (next) => {
      sound = next;
      show();
    },
    onMessage: (message) => {
      if (message.type === "page") document.title = message.title || "Flotilla";
    },
  });
  window.flotillaPlayer = opened;
  opened.start();
  if (matchMedia("(pointer: fine)").matches) opened.focus();
  return opened;
}

if (!access) state = { name: "failed", failure: "unauthorized", detail: "" };
show();
