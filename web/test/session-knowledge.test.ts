import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffMs } from "../src/sync/backoff";
import { CHANGE_MS, DOUBT_MS, Knowledge } from "../src/sync/knowledge";
import { SESSION_EVENTS } from "../src/sync/server-events";
import { NOBODY, readState, type SessionState } from "../src/sync/session-state";
import { contract } from "./golden";

const one = { id: "p1", name: "One" };
const two = { id: "p2", name: "Two" };
const ada = (platform = one): SessionState => ({
  authenticated: true,
  user: { id: "u1", username: "ada", email: "ada@example.org" },
  platform,
  session: { session_id: "s1", last_activity: new Date().toISOString() },
});
const guest: SessionState = { ...NOBODY, session: { session_id: "g1" } };

function knowing() {
  const news: unknown[][] = [];
  const knowledge = new Knowledge({
    stateChanged: (state) => news.push(["state", state.user?.username ?? null]),
    platformSwitched: ({ platformId }) => news.push(["switched", platformId]),
    expired: (id, reason) => news.push(["expired", id, reason]),
  });
  return { knowledge, news };
}

test("a guest is no news, an account is, and nothing is news twice", () => {
  const { knowledge, news } = knowing();
  for (const state of [NOBODY, NOBODY, guest, guest, ada(), ada()]) knowledge.learn(state, false, 0);
  assert.deepEqual(news, [
    ["state", null],
    ["state", "ada"],
  ]);
});

test("an end is told with its reason, but not to the tab that wanted it", () => {
  const { knowledge, news } = knowing();
  knowledge.learn(ada(), false, 0);
  knowledge.hearEnd("displaced", true);
  assert.equal(knowledge.doubts(guest, 0), false);
  knowledge.learn(guest, false, 0);
  assert.deepEqual(news.slice(1), [
    ["expired", "s1", "displaced"],
    ["state", null],
  ]);

  const wanted = knowing();
  wanted.knowledge.learn(ada(), false, 0);
  wanted.knowledge.learn(NOBODY, true, 0);
  assert.deepEqual(wanted.news.slice(1), [["state", null]]);
});

test("a session that nothing says is over is doubted for a while, and one that makes room for the next", () => {
  for (const reason of [undefined, "signed-in", "password-changed"]) {
    const { knowledge, news } = knowing();
    knowledge.learn(ada(), false, 0);
    if (reason) knowledge.hearEnd(reason, true);
    assert.deepEqual(
      [0, DOUBT_MS - 1, DOUBT_MS].map((now) => knowledge.doubts(NOBODY, now)),
      [true, true, false],
      reason,
    );
    knowledge.learn({ ...ada(), session: { session_id: "s2" } }, false, 0);
    assert.deepEqual(news.slice(1), [["state", "ada"]], reason);
    assert.equal(knowledge.doubts(NOBODY, 10_000), true);
  }
});

test("while another tab signs in, nothing is an end until it has done so", () => {
  const { knowledge } = knowing();
  knowledge.learn(guest, false, 0);
  knowledge.expectChange(true, 0);
  assert.deepEqual(
    [0, CHANGE_MS - 1, CHANGE_MS].map((now) => knowledge.doubts(NOBODY, now)),
    [true, true, false],
  );
  knowledge.expectChange(false, 5_000);
  assert.equal(knowledge.doubts(NOBODY, 5_000), false);
});

test("a switch in another tab is told at once and only once, its details follow", () => {
  const { knowledge, news } = knowing();
  knowledge.learn(ada(), false, 0);
  knowledge.switched({ platformId: "p2", platformName: "Two" }, true, 0);
  assert.deepEqual(news.slice(1), [["switched", "p2"]]);
  const echo = { type: "platform_switched", platform: two, by: "s1" } as const;
  assert.equal(knowledge.switchedOnServer(echo, 100), undefined);
  knowledge.learn(ada(two), false, 200);
  assert.deepEqual(news.slice(2), [["state", "ada"]]);
});

test("a switch to where one is already is a switch, but the same one heard twice is not", () => {
  const { knowledge, news } = knowing();
  knowledge.learn(ada(), false, 0);
  const change = { platformId: "p1", platformName: "One" };
  knowledge.switched(change, true, 0);
  knowledge.switchedOnServer({ type: "platform_switched", platform: one, by: "s9" }, 300);
  assert.deepEqual(news.slice(1), [["switched", "p1"]]);
  knowledge.switched(change, true, 60_000);
  assert.deepEqual(news.slice(2), [["switched", "p1"]]);
});

test("there and back again in a hurry does not flicker when the server's echoes come", () => {
  const { knowledge, news } = knowing();
  knowledge.learn(ada(), false, 0);
  for (const { id, name } of [two, one]) knowledge.switched({ platformId: id, platformName: name }, false, 0);
  for (const platform of [two, one]) knowledge.switchedOnServer({ type: "platform_switched", platform, by: "s1" }, 50);
  assert.deepEqual(news, [["state", "ada"]]);
  assert.equal(knowledge.state?.platform?.id, "p1");
});

test("a switch on another device is told, also when ids are numbers", () => {
  const { knowledge, news } = knowing();
  knowledge.learn(ada(), false, 0);
  const change = knowledge.switchedOnServer(
    { type: "platform_switched", platform: { id: 7, name: "Seven" }, by: "s9" },
    0,
  );
  assert.deepEqual([change, news.at(-1)], [{ platformId: "7", platformName: "Seven" }, ["switched", "7"]]);
  knowledge.switchedOnServer({ type: "platform_switched", platform: null, by: "s9" }, 0);
  assert.deepEqual(news.at(-1), ["switched", null]);
});

test("a tab that cannot agree with the leader asks once", () => {
  const { knowledge } = knowing();
  assert.equal(knowledge.differsFrom("0000"), false);
  knowledge.learn(ada(), false, 0);
  assert.deepEqual([knowledge.differsFrom("0000"), knowledge.differsFrom("0000")], [true, false]);
  assert.equal(knowledge.differsFrom(knowledge.print!), false);
});

test("reads both shapes of the state", () => {
  const full = { success: true, user: { id: "u1", username: "ada" }, platform: null, session: { session_id: "s1" } };
  assert.deepEqual(readState(full), { authenticated: true, user: full.user, platform: null, session: full.session });
  assert.deepEqual(readState({ success: true, authenticated: false, session_id: "g1" }), guest);
  assert.deepEqual(readState({ success: true, authenticated: false }), NOBODY);
});

test("understands every event of the contract and ignores what is broken", () => {
  const types = [...contract("user-session-events.md").matchAll(/^\| `([a-z_]+)` \| `/gm)].map(([, type]) => type);
  assert.deepEqual([...types, "notice"].toSorted(), Object.keys(SESSION_EVENTS).toSorted());
  const hello = { session_id: "s1", user_id: "u1" };
  assert.deepEqual(SESSION_EVENTS.hello({ ...hello, more: 1 }), { type: "hello", ...hello, more: 1 });
  for (const odd of [undefined, null, "", 1, [], {}, { session_id: 1, user_id: "u1" }]) {
    assert.equal(SESSION_EVENTS.hello(odd), undefined, String(odd));
  }
});

test("asks again after 1, 2 and 4 seconds", () => {
  assert.deepEqual([1, 2, 3, 4, 9].map(backoffMs), [1_000, 2_000, 4_000, 15_000, 15_000]);
});
