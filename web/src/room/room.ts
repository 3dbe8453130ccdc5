import { render } from "lit/html.js";
import { socket } from "../api/here";
import { addressOf } from "../ui/address";
import { Store } from "../ui/store";
import { toast } from "../ui/toast";
import { Room } from "./actions";
import { Company } from "./company";
import { atTheDoor, reduce, type RoomEvent, type RoomState, type Side } from "./state";
import { roomView, type RoomParts } from "./view";
import { savedVolume, saveVolume } from "./volume";

/** The room's page: one browser, its people, and the controls around it. */
const TICK_MS = 1_000;
const id = decodeURIComponent(/^\/room\/([^/]+)/.exec(location.pathname)?.[1] ?? "");
const stage = document.querySelector<HTMLElement>("#player")!;
const parts: RoomParts = {
  bar: document.querySelector<HTMLElement>("#bar")!,
  overlay: document.querySelector<HTMLElement>("#overlay")!,
  side: document.querySelector<HTMLElement>("#side")!,
  dialogs: document.querySelector<HTMLElement>("#dialogs")!,
  live: document.querySelector<HTMLElement>("#live")!,
};
const { volume, muted } = savedVolume();

const store: Store<RoomState, RoomEvent> = new Store(atTheDoor(id, Date.now(), volume, muted), reduce, show);
const company = new Company(socket, id, store, stage, () => room.player?.canvas.getBoundingClientRect());
const room = new Room(
  id,
  stage,
  store,
  () => document.querySelector<HTMLElement>("#bar button, #bar a")?.focus(),
  () => company.enter(),
);

function show(state: RoomState): void {
  document.documentElement.dataset["state"] = stage.dataset["state"] = stateName(state);
  document.documentElement.dataset["sound"] = state.sound;
  document.title = state.title ? `${state.title} – Flotilla` : "Room – Flotilla";
  company.show(state);
  roomView(state, parts, {
    tell: store.tell,
    enter: () => void room.enter(),
    another: () => void room.openAnother(),
    part: (how) => void room.part(how),
    share: (on) => void room.setShared(on),
    keyboard: () => room.player?.focus(),
    match: () => room.player?.matchWindow(),
    unblock: () => room.player?.unblockSound(),
    volume: (level, silent) => {
      saveVolume(level, silent);
      room.setVolume(level, silent);
    },
    fullScreen: () => void toggleFullScreen(),
    side: (side) => showSide(side),
    pointing: (on) => company.setPointing(on),
    live: company.live,
    timer: company.study,
    navigate: (action) => room.player?.act({ type: "navigate", action }),
    goTo: (typed) => {
      const url = addressOf(typed);
      if (url) room.player?.act({ type: "navigate", action: "to", url });
      store.tell({ type: "panel", panel: undefined });
    },
  }, render);
}

function showSide(wanted: Side): void {
  const before = store.state.side;
  const side = wanted === before ? undefined : wanted;
  store.tell({ type: "side", side });
  company.live.look();
  // Where it was opened is where the focus belongs when it is gone.
  if (before && !side) document.querySelector<HTMLElement>(`#bar [aria-expanded="true"]`)?.focus();
  if (!before && side) requestAnimationFrame(() => document.querySelector<HTMLElement>(`#tab-${side}`)?.focus());
}

function stateName(state: RoomState): string {
  return state.phase.name === "outside" && !state.phase.again ? "failed" : state.player.name;
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // iPhones have none for pages; the button then does nothing worse than that.
  }
}

addEventListener("notice", ({ detail }) => toast(detail.message));
document.addEventListener("visibilitychange", () => company.live.look());
addEventListener("sessionExpired", () => room.signedOut());
addEventListener("sessionStateChanged", () => room.identityChanged());
document.addEventListener("fullscreenchange", () =>
  store.tell({ type: "full-screen", on: document.fullscreenElement !== null }),
);
setInterval(() => store.tell({ type: "tick", now: Date.now(), quality: room.player?.quality() }), TICK_MS);
show(store.state);
void room.enter();
