import { render } from "lit/html.js";
import { handOver } from "../api/handover";
import { arrive } from "../api/here";
import type { Refusal } from "../api/http";
import { adviceFor } from "../api/refusals";
import * as vm from "../api/vm";
import { addressOf } from "../ui/address";
import { sessionIdIn } from "../ui/join-id";
import { masthead } from "../ui/masthead";
import { savedName, saveName } from "../ui/name";
import { randomKey } from "../ui/random-key";
import { Store } from "../ui/store";
import { reduce, type LobbyEvent, type LobbyState, type Place } from "./state";
import { lobbyView, type LobbyActs } from "./view";

const REFRESH_MS = 15_000;
const root = document.querySelector<HTMLElement>("#lobby")!;
const start: LobbyState = {
  name: savedName(),
  busy: undefined,
  trouble: undefined,
  sessions: undefined,
  asking: undefined,
  now: Date.now(),
};
const store = new Store<LobbyState, LobbyEvent>(start, reduce, (state) => render(lobbyView(state, acts), root));

/** One wish keeps its key until it is granted: a lost answer and a second click open no second browser. */
let wishKey = randomKey();
let wished = "";

const acts: LobbyActs = {
  async open(address) {
    const startUrl = addressOf(address);
    const wish = { ...(startUrl ? { start_url: startUrl } : {}), ...(store.state.name ? { name: store.state.name } : {}) };
    if (JSON.stringify(wish) !== wished) wishKey = randomKey();
    wished = JSON.stringify(wish);
    store.tell({ type: "started", place: "create" });
    const answer = await vm.create(wish, wishKey);
    if (answer.ok) enter(answer.value);
    else refused("create", answer);
  },

  async join(pasted) {
    const id = sessionIdIn(pasted);
    store.tell({ type: "started", place: "join" });
    const answer = id
      ? await vm.join(id, store.state.name)
      : ({ ok: false, status: 400, error: "That is neither an id nor a link to a room" } as const);
    if (answer.ok) enter(answer.value);
    else refused("join", answer);
  },

  named: (name) => store.tell({ type: "named", name: saveName(name) }),
  ask: (id) => store.tell({ type: "asked", id }),
  retry: () => void list(),

  async part(session) {
    store.tell({ type: "asked", id: undefined });
    store.tell({ type: "started", place: "sessions" });
    const answer = await (session.role === "owner" ? vm.end(session.id) : vm.leave(session.id));
    if (!answer.ok && answer.status !== 404) refused("sessions", answer);
    else store.tell({ type: "finished" });
    await list();
  },
};

function enter(entry: vm.Entry): void {
  wishKey = randomKey();
  handOver(entry);
  location.assign(`/room/${encodeURIComponent(entry.id)}`);
}

function refused(place: Place, refusal: Refusal): void {
  const advice = adviceFor(place === "sessions" ? "act" : place, refusal);
  store.tell({ type: "refused", place, advice });
  if (advice.offer === "sessions") void list();
}

async function list(): Promise<void> {
  const answer = await vm.mine();
  if (answer.ok) store.tell({ type: "listed", sessions: answer.value, now: Date.now() });
  // The user session is over; what it held is not this visitor's any more.
  else if (answer.status === 401) store.tell({ type: "listed", sessions: [], now: Date.now() });
}

render(lobbyView(store.state, acts), root);
masthead();
void arrive().then(list);
// Somebody else's browsers now, or nobody's.
addEventListener("sessionStateChanged", () => void list());
setInterval(() => document.visibilityState === "visible" && void list(), REFRESH_MS);
// The back button may bring this page back as it was left: busy.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  store.tell({ type: "finished" });
  void list();
});
