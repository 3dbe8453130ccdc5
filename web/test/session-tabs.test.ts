import assert from "node:assert/strict";
import { test } from "node:test";
import { openChannel } from "../src/sync/channel";
import { Looker } from "../src/sync/looker";
import { printOf, type SessionState } from "../src/sync/session-state";
import { tabId } from "../src/sync/tab-id";
import { readEnvelope, type TabMessage } from "../src/sync/tabs";

/** A storage that tells other tabs, as browsers do, and remembers all that was ever written. */
function storage() {
  const kept = new Map<string, string>();
  const written: string[] = [];
  const page = new EventTarget();
  const told = (key: string, newValue: string | null) =>
    page.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  const area = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
      written.push(value);
      told(key, value);
    },
    removeItem: (key: string) => {
      kept.delete(key);
      told(key, null);
    },
  } as unknown as Storage;
  return { area, kept, written, page };
}

const messages: TabMessage[] = [
  { type: "beat", print: "12ab34cd" },
  { type: "switched", platformId: "p2", platformName: "Two" },
  { type: "changing" },
  { type: "identity", reason: "signed-out" },
  { type: "sessions" },
  { type: "notice", message: "Back at noon" },
  { type: "active" },
];

test("tabs hear each other over a broadcast channel", { timeout: 30_000 }, async (t) => {
  const heard: TabMessage[] = [];
  const a = openChannel("a", () => assert.fail("heard itself"), { BroadcastChannel });
  const b = openChannel("b", ({ message }) => heard.push(message), { BroadcastChannel });
  t.after(() => [a, b].forEach((channel) => channel.close()));
  messages.forEach((message) => a.send(message));
  while (heard.length < messages.length) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(heard, messages);
});

test("or over the storage, where nothing stays and nothing secret ever is", () => {
  const { area, kept, written, page } = storage();
  const heard: TabMessage[] = [];
  const a = openChannel("a", () => assert.fail("heard itself"), { storage: area, page });
  openChannel("b", ({ message }) => heard.push(message), { storage: area, page });
  const user = { id: "u1", username: "ada", email: "ada@example.org" };
  const print = printOf({ authenticated: true, user, platform: null, session: { session_id: "s1" } });
  messages.forEach((message) => a.send(message));
  a.send({ type: "beat", print });
  assert.deepEqual(heard.slice(0, -1), messages);
  assert.equal(kept.size, 0);
  for (const secret of ["ada", "example.org", "s1", "u1", "token", "csrf"]) {
    assert.ok(!written.join().toLowerCase().includes(secret), secret);
  }
});

test("nothing odd on the line is taken for a message", () => {
  for (const odd of [
    null,
    1,
    "x",
    {},
    { from: "a" },
    { from: 1, message: { type: "active" } },
    { from: "a", message: { type: "beat" } },
  ]) {
    assert.equal(readEnvelope(odd), undefined);
  }
});

test("a tab keeps its name over a reload, and its duplicate gets another one", () => {
  const { area, kept } = storage();
  const page = new EventTarget();
  const first = tabId(area, page);
  const duplicate = tabId(area, new EventTarget());
  assert.notEqual(duplicate, first);
  assert.equal(kept.size, 0);
  page.dispatchEvent(new Event("pagehide"));
  assert.equal(tabId(area, new EventTarget()), first);
});

test("a look that fails is tried again after 1, 2, 4 s and then left to the next regular one", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const asked: string[] = [];
  const looker = new Looker(
    (async (path: string) => {
      asked.push(path);
      throw new TypeError("no network");
    }) as unknown as typeof fetch,
    { known: () => undefined, found: () => assert.fail("found"), done: () => {} },
  );
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  await looker.look();
  for (const [wait, count] of [
    [999, 1],
    [1, 2],
    [2_000, 3],
    [3_999, 3],
    [1, 4],
    [60_000, 4],
  ] as const) {
    t.mock.timers.tick(wait);
    await settle();
    assert.equal(asked.length, count, `${wait}`);
  }
});

test("the full state is asked for only when somebody signed in and something is new", async () => {
  const asked: string[] = [];
  const ada = { user: { id: "u1", username: "ada" }, platform: null };
  let signedIn = false;
  let known: SessionState | undefined;
  const answers: Record<string, () => Response> = {
    "/api/session/state": () => Response.json({ authenticated: signedIn, session_id: "s1", ...(signedIn ? ada : {}) }),
    "/api/session_state": () =>
      signedIn
        ? Response.json({ ...ada, session: { session_id: "s1", created_at: "2026-11-21T12:00:00Z" } })
        : Response.json({ code: "SESSION_REQUIRED" }, { status: 401 }),
  };
  const send = async (path: string) => {
    asked.push(path.slice(5));
    return answers[path]!();
  };
  const looker = new Looker(send as unknown as typeof fetch, {
    known: () => known,
    found: (state) => (known = state.session?.created_at ? state : undefined),
    done: () => {},
  });
  await looker.look();
  await looker.look("full");
  assert.deepEqual(asked.splice(0), ["session/state", "session_state", "session/state"]);
  signedIn = true;
  await looker.look();
  await looker.look();
  assert.deepEqual(asked, ["session/state", "session_state", "session/state"]);
});
