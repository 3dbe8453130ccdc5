import { render } from "lit/html.js";
import { me } from "../api/account";
import { arrive } from "../api/here";
import { counts, find, send, type Broadcast } from "../api/realtime";
import { adviceFor } from "../api/refusals";
import { masthead } from "../ui/masthead";
import { randomKey } from "../ui/random-key";
import { Store } from "../ui/store";
import { reduce, START, type RealtimeEvent, type RealtimeState } from "./state";
import { realtimeView, type RealtimeActs } from "./view";
import { wishFrom } from "./words";

/** The connections' page, for administrators. */
const LOOK_EVERY_MS = 5_000;
const root = document.querySelector<HTMLElement>("#realtime")!;
const store = new Store<RealtimeState, RealtimeEvent>(START, reduce, (state) => render(realtimeView(state, acts), root));
/** What was sent without an answer: the same once more is the same broadcast. */
let unanswered: Broadcast | undefined;

const acts: RealtimeActs = {
  find: (by, what) => void look(by, what),
  aim: (aim) => store.tell({ type: "aim", aim }),
  kind: (kind) => store.tell({ type: "kind", kind }),
  send: (fields) => void say(fields),
};

async function count(): Promise<void> {
  if (store.state.admin !== true || document.visibilityState === "hidden") return;
  const answer = await counts();
  if (answer.ok) store.tell({ type: "counted", counts: answer.value });
  else store.tell({ type: "refused", trouble: { place: "counts", advice: adviceFor("act", answer) } });
}

async function look(by: "user" | "group" | "room", what: string): Promise<void> {
  const answer = await find(by, what);
  if (answer.ok) store.tell({ type: "found", found: answer.value });
  else store.tell({ type: "refused", trouble: { place: "find", advice: adviceFor("act", answer) } });
}

async function say(fields: Readonly<Record<string, string>>): Promise<void> {
  const wish = wishFrom(randomKey(), store.state.aim, fields);
  if (!wish.ok) {
    const advice = { title: "Not sent", text: wish.why, offer: "retry" } as const;
    return store.tell({ type: "refused", trouble: { place: "send", advice } });
  }
  const again = unanswered && JSON.stringify({ ...unanswered, id: "" }) === JSON.stringify({ ...wish.broadcast, id: "" });
  const broadcast = again && unanswered ? unanswered : wish.broadcast;
  store.tell({ type: "sending" });
  const answer = await send(broadcast);
  unanswered = answer.ok || (answer.status > 0 && answer.status < 500) ? undefined : broadcast;
  if (answer.ok) store.tell({ type: "sent", delivery: answer.value });
  else store.tell({ type: "refused", trouble: { place: "send", advice: adviceFor("act", answer) } });
}

async function know(): Promise<void> {
  const answer = await me();
  store.tell({ type: "who", admin: answer.ok && (answer.value.user.roles?.includes("admin") ?? false) });
  await count();
}

masthead();
render(realtimeView(store.state, acts), root);
addEventListener("sessionStateChanged", () => void know());
setInterval(() => void count(), LOOK_EVERY_MS);
void arrive().then(know);
