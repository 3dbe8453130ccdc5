import { render } from "lit/html.js";
import * as account from "../api/account";
import * as devices from "../api/devices";
import { arrive, sessionSync } from "../api/here";
import type { Answer, Refusal } from "../api/http";
import * as platforms from "../api/platforms";
import { adviceFor, type Advice } from "../api/refusals";
import { copyFrom } from "../ui/copy";
import { NOBODY } from "../sync/session-state";
import { masthead } from "../ui/masthead";
import { Store } from "../ui/store";
import { toast } from "../ui/toast";
import { wrongField } from "../ui/wrong-field";
import type { AccountActs } from "./acts";
import { wishFrom } from "./platform-form";
import { reduce, START, type AccountEvent, type AccountState, type Section } from "./state";
import { accountView } from "./view";

/** The account's page: who one is, where one is signed in, where browsers start, and the keys to it. */
const REFRESH_MS = 30_000;
const root = document.querySelector<HTMLElement>("#account")!;
const store = new Store<AccountState, AccountEvent>(START, reduce, (state) => render(accountView(state, acts), root));

const acts: AccountActs = {
  tell: store.tell,
  endDevice: (id) => doing("devices", () => devices.endDevice(id), "That device is signed out."),
  endOthers: () => doing("devices", endOthers, "All other devices are signed out."),
  signOutEverywhere: async () => {
    if (await doing("devices", account.logoutAll)) location.assign("/");
  },
  savePlatform: (of, typed) => {
    const wish = wishFrom(typed, of);
    return doing(
      "platforms",
      () => (of ? platforms.changePlatform(of.id, wish) : platforms.addPlatform(wish)),
      of ? "Saved." : "Added.",
    );
  },
  removePlatform: (of) => doing("platforms", () => platforms.removePlatform(of.id), `“${of.name}” is removed.`),
  makeDefault: (of) => doing("platforms", () => platforms.makeDefault(of.id), `“${of.name}” is the default now.`),
  switchTo: async (of) => {
    const done = await doing(
      "platforms",
      () => platforms.switchPlatform(of.id),
      `The next browsers start on “${of.name}”.`,
    );
    if (done) sessionSync.notifyPlatformSwitch(of.id, of.name);
  },
  tryOut: async (of) => {
    store.tell({ type: "tried", id: of.id, trial: undefined });
    const answer = await platforms.tryPlatform(of.id);
    const trial = answer.ok
      ? answer.value
      : { success: false, reachable: false, message: adviceFor("act", answer).text };
    store.tell({ type: "tried", id: of.id, trial });
  },
  changePassword: ({ current_password = "", new_password = "" }) =>
    doing("password", () => account.changePassword(current_password, new_password), "Your password is changed."),
  makeKey: async ({ name = "" }) => {
    store.tell({ type: "started", section: "keys" });
    const answer = await account.makeApiKey(name);
    if (answer.ok) store.tell({ type: "made", key: answer.value });
    else refused("keys", answer);
    void load();
  },
  removeKey: (of) => doing("keys", () => account.removeApiKey(of.id), `The key “${of.name}” opens nothing any more.`),
  copyKey: async () => {
    const shown = document.querySelector<HTMLInputElement>("#fresh-key");
    if (shown && (await copyFrom(shown)) === "copied") store.tell({ type: "copied" });
  },
};

/** Does something, says how it went, and looks at everything anew. */
async function doing<T>(section: Section, act: () => Promise<Answer<T>>, done?: string): Promise<boolean> {
  store.tell({ type: "started", section });
  const answer = await act();
  if (answer.ok) {
    store.tell({ type: "finished" });
    if (done) toast(done);
  } else {
    refused(section, answer);
  }
  void load();
  return answer.ok;
}

function refused(section: Section, refusal: Refusal): void {
  const wrong = wrongField(refusal);
  if (wrong) store.tell({ type: "wrong", wrong });
  else store.tell({ type: "refused", section, advice: adviceOn(section, refusal) });
}

function adviceOn(section: Section, refusal: Refusal): Advice {
  if (section === "password" && refusal.code === "INVALID_CREDENTIALS") {
    return {
      title: "That is not your password",
      text: "Type the one you signed in with, then try again.",
      offer: "retry",
    };
  }
  return adviceFor("act", refusal);
}

async function endOthers(): Promise<Answer<object>> {
  const others = (store.state.devices ?? []).filter((device) => !device.current);
  const answers = await Promise.all(others.map(({ session_id }) => devices.endDevice(session_id)));
  return answers.find((answer) => !answer.ok && answer.status !== 404) ?? { ok: true, value: {} };
}

async function load(): Promise<void> {
  const { who } = store.state;
  if (!who?.session) return;
  const keep = <T>(asked: Promise<Answer<T>>, event: (value: T) => AccountEvent) =>
    asked.then((answer) => {
      // What was asked for one person is not shown to another.
      if (answer.ok && store.state.who?.user?.id === who?.user?.id) store.tell(event(answer.value));
    });
  await Promise.all([
    keep(platforms.platforms(), (value) => ({ type: "platforms", platforms: value })),
    keep(devices.devices(), (value) => ({ type: "devices", devices: value, now: Date.now() })),
    keep(devices.security(), (value) => ({ type: "security", security: value })),
    who?.authenticated ? keep(account.apiKeys(), (value) => ({ type: "keys", keys: value })) : undefined,
  ]);
}

function know(): void {
  store.tell({ type: "who", who: sessionSync.state ?? NOBODY });
  void load();
}

masthead();
render(accountView(store.state, acts), root);
for (const news of ["sessionStateChanged", "platformSwitched"]) addEventListener(news, know);
addEventListener("sessionsChanged", () => void load());
setInterval(() => document.visibilityState === "visible" && know(), REFRESH_MS);
void arrive()
  .then(() => sessionSync.ready)
  .then(know);
