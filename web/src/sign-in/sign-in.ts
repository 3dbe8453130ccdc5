import { render } from "lit/html.js";
import * as account from "../api/account";
import { arrive, sessionSync } from "../api/here";
import type { Answer } from "../api/http";
import { safeReturn } from "../ui/return-to";
import { Store } from "../ui/store";
import { wrongField } from "../ui/wrong-field";
import { reduce, type Mode, type SignInEvent, type SignInState } from "./state";
import { signInView, type SignInActs } from "./view";
import { failedWords, refusalWords } from "./words";

/** The page where people sign in or create an account. */
const TICK_MS = 1_000;
const root = document.querySelector<HTMLElement>("#sign-in")!;
const query = new URLSearchParams(location.search);
const back = safeReturn(query.get("return_to"), location.origin);
const failed = query.get("failed");
const start: SignInState = {
  mode: query.get("mode") === "create" ? "create" : "sign-in",
  methods: undefined,
  already: undefined,
  busy: false,
  trouble: failed === null ? undefined : failedWords(failed),
  wrong: undefined,
  waitUntil: undefined,
  shown: false,
  now: Date.now(),
};
const store = new Store<SignInState, SignInEvent>(start, reduce, show);

const acts: SignInActs = {
  mode: (mode) => {
    store.tell({ type: "mode", mode });
    remember(mode);
  },
  show: (shown) => store.tell({ type: "shown", shown }),
  goOn: () => location.assign(back),
  oidcHref: (id) => `/api/auth/oidc/${encodeURIComponent(id)}?${new URLSearchParams({ return_to: back })}`,
  submit: (typed) => void submit(typed),
  signOut: () => void account.logout().then(() => store.tell({ type: "already", name: undefined })),
};

function show(state: SignInState): void {
  document.title = `${state.mode === "create" ? "Create an account" : "Sign in"} – Flotilla`;
  render(signInView(state, acts), root);
}

async function submit(typed: Readonly<Record<string, string>>): Promise<void> {
  const { username = "", email = "", password = "" } = typed;
  store.tell({ type: "started" });
  const creates = store.state.mode === "create";
  const answer: Answer<object> = creates
    ? await account.register({ username, email, password })
    : await account.login(username, password);
  if (answer.ok) return location.assign(back);
  const wrong = wrongField(answer);
  if (wrong) store.tell({ type: "wrong", wrong });
  else if (answer.status === 429) wait(answer.retryAfter ?? 30);
  else store.tell({ type: "refused", trouble: refusalWords(answer) });
  // Drawn with the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}

function wait(seconds: number): void {
  const now = Date.now();
  store.tell({ type: "wait", until: now + seconds * 1_000, now });
}

/** A reload shows the same form again, and so does a link to it. */
function remember(mode: Mode): void {
  const url = new URL(location.href);
  url.searchParams.delete("failed");
  if (mode === "create") url.searchParams.set("mode", mode);
  else url.searchParams.delete("mode");
  history.replaceState(null, "", url);
}

async function askMethods(): Promise<void> {
  const answer = await account.methods();
  // Without an answer the form is shown all the same: trying tells more than an empty page.
  store.tell({ type: "methods", methods: answer.ok ? answer.value : { password: true, oidc: [] } });
}

addEventListener("sessionStateChanged", () => {
  if (!store.state.busy) store.tell({ type: "already", name: sessionSync.state?.user?.username ?? undefined });
});
setInterval(() => store.tell({ type: "tick", now: Date.now() }), TICK_MS);
show(store.state);
void askMethods();
void arrive();
