import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { SessionManagerClient } from "../src/session/session-manager";
import { judge, nextLook, type SessionInfo } from "../src/session/watch";

const HERE = "https://flotilla.test/account";
const info = (session_id: string, remaining_seconds: number): SessionInfo => ({ session_id, remaining_seconds });

/** A server in a few lines: knows one token at a time and writes down what came. */
function server(session: () => SessionInfo | null = () => info("s1", 3_600)) {
  const calls: { method: string; path: string; token: string | null; body: string; mode: string }[] = [];
  const state = { token: "t1", session };
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const { pathname, origin } = new URL(request.url);
    const token = request.headers.get("X-CSRF-Token");
    calls.push({ method: request.method, path: pathname, token, body: await request.text(), mode: request.mode });
    if (origin !== "https://flotilla.test") return Response.json({});
    if (pathname === "/api/session/csrf-token") return Response.json({ status: "success", csrf_token: state.token });
    if (pathname === "/api/session/info") return Response.json({ status: "success", session: state.session() });
    if (pathname === "/api/session/gone") return Response.json({ code: "SESSION_EXPIRED" }, { status: 401 });
    if (request.method === "POST" && token !== state.token)
      return Response.json({ code: "CSRF_INVALID" }, { status: 403 });
    if (pathname === "/api/session/extend") return Response.json({ session: state.session() });
    return Response.json({ ok: true });
  };
  const target = new EventTarget();
  const events: [string, unknown][] = [];
  for (const type of ["sessionWarning", "sessionExpired", "sessionIdentityChanged"]) {
    target.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  }
  const client = new SessionManagerClient({ fetch: fetch as typeof globalThis.fetch, target, base: HERE, doubtMs: 5 });
  clients.push(client);
  return { client, calls, state, events, target };
}

async function until(done: () => boolean): Promise<void> {
  const patience = Date.now() + 20_000;
  while (!done()) {
    assert.ok(Date.now() < patience, "it did not come");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A test that fails must not leave a client that looks again and again. */
const clients: SessionManagerClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.destroy()));

test("what changes something carries the token, what reads does not", async () => {
  const { client, calls } = server();
  await client.fetch("/api/vm");
  await client.fetch("/api/vm", { method: "POST", body: "{}" });
  assert.deepEqual(
    calls.map(({ method, path, token, mode }) => [method, path, token, mode]),
    [
      ["GET", "/api/vm", null, "cors"],
      ["GET", "/api/session/csrf-token", null, "cors"],
      ["POST", "/api/vm", "t1", "same-origin"],
    ],
  );
});

test("another origin never sees the token, nor a redirect to one", async () => {
  const { client, calls } = server();
  await client.fetch("https://elsewhere.test/api/vm", { method: "POST", body: "{}" });
  assert.deepEqual(
    calls.map(({ path, token }) => [path, token]),
    [["/api/vm", null]],
  );
});

test("a token that is not taken is fetched anew once, and the body comes along again", async () => {
  const { client, calls, state } = server();
  await client.fetch("/api/vm", { method: "POST", body: "first" });
  state.token = "t2";
  assert.equal((await client.fetch("/api/vm", { method: "POST", body: "second" })).status, 200);
  assert.deepEqual(
    calls.filter(({ body }) => body === "second").map(({ token }) => token),
    ["t1", "t2"],
  );

  const stubborn = server();
  stubborn.state.token = "t1";
  await stubborn.client.fetch("/api/vm", { method: "POST" });
  Object.defineProperty(stubborn.state, "token", { get: () => Math.random().toString() });
  const refused = await stubborn.client.fetch("/api/vm", { method: "POST", body: "x" });
  assert.deepEqual([refused.status, stubborn.calls.filter(({ body }) => body === "x").length], [403, 2]);
  assert.equal(((await refused.json()) as { code: string }).code, "CSRF_INVALID");
});

test("whoever signs in or out has another token from then on, and SessionSync hears of it", async () => {
  const { client, calls, state, events } = server();
  await client.fetch("/api/auth/login", { method: "POST" });
  state.token = "t2";
  await client.fetch("/api/vm", { method: "POST" });
  assert.deepEqual(
    calls.filter(({ method }) => method === "POST").map(({ token }) => token),
    ["t1", "t2"],
  );
  assert.deepEqual(events, [["sessionIdentityChanged", {}]]);
});

test("warns once before the end and tells the end once, to the window and to itself", async () => {
  let seen: SessionInfo | null = info("s1", 200);
  const { client, events } = server(() => seen);
  const own: string[] = [];
  client.addEventListener("sessionExpired", () => own.push("expired"));
  await client.init();
  await client.check();
  seen = null;
  await client.check();
  await client.check();
  client.destroy();
  assert.deepEqual(events, [
    ["sessionWarning", { remainingSeconds: 200 }],
    ["sessionExpired", { sessionId: "s1" }],
  ]);
  assert.deepEqual(own, ["expired"]);
});

test("a call that is refused because the session is over makes it look", async () => {
  let seen: SessionInfo | null = info("s1", 2_000);
  const { client, events } = server(() => seen);
  await client.init();
  seen = null;
  await client.fetch("/api/session/gone");
  await until(() => events.length > 0);
  client.destroy();
  assert.deepEqual(events, [["sessionExpired", { sessionId: "s1" }]]);
});

test("a session that makes room for the next of this browser is no expiry", async () => {
  let asked = 0;
  const { client, events } = server(() => [info("s1", 2_000), null, info("s2", 2_000)][asked++] ?? null);
  await client.init();
  assert.equal((await client.check())?.session_id, "s2");
  client.destroy();
  assert.deepEqual(events, []);
});

test("a new threshold counts at once, and a nonsense one is refused", async () => {
  const { client, events } = server();
  await client.init();
  client.setWarningThreshold(4_000);
  client.destroy();
  assert.deepEqual(events, [["sessionWarning", { remainingSeconds: 3_600 }]]);
  assert.throws(() => client.setWarningThreshold(Number.NaN), RangeError);
});

test("extends by itself when told to, and warns only when that does not help", async () => {
  let left = 100;
  const { client, calls, events } = server(() => info("s1", left));
  await client.init();
  events.length = 0;
  client.setAutoExtend(true);
  left = 3_600;
  await until(() => client.session?.remaining_seconds === 3_600);
  client.destroy();
  assert.equal(calls.filter(({ path }) => path === "/api/session/extend").length, 1);
  assert.deepEqual(events, []);
});

test("a session at the end of its lifetime is extended once, then warned of", () => {
  const rules = { warningThreshold: 300, autoExtend: true };
  const first = judge({}, info("s1", 100), rules);
  const second = judge(first.watched, info("s1", 90), rules);
  const third = judge(second.watched, info("s1", 60), rules);
  assert.deepEqual(
    [first, second, third].map(({ finding }) => finding.type),
    ["extend", "warn", "nothing"],
  );
  const putOff = judge(third.watched, info("s1", 3_600), rules);
  assert.equal(judge(putOff.watched, info("s1", 100), rules).finding.type, "extend");
});

test("another session is no expiry, none before is none either", () => {
  const rules = { warningThreshold: 300, autoExtend: false };
  assert.equal(judge({ sessionId: "s1" }, info("s2", 3_600), rules).finding.type, "nothing");
  assert.equal(judge({}, null, rules).finding.type, "nothing");
});

test("looks again in time for what is due", () => {
  const rules = { warningThreshold: 300, autoExtend: false };
  assert.equal(nextLook(info("s1", 3_600), rules, 30_000), 30_000);
  assert.equal(nextLook(info("s1", 310), rules, 30_000), 10_500);
  assert.equal(nextLook(info("s1", 5), rules, 30_000), 5_500);
  assert.equal(nextLook(info("s1", 0.1), rules, 30_000), 1_000);
  assert.equal(nextLook(null, rules, 30_000), 30_000);
});
