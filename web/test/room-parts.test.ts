import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../src/room/chat/links";
import { standing, type Step } from "../src/room/control/decide";
import { at, GLIDE_MS, towards } from "../src/room/cursors/glide";
import type { Control, Mode, Role } from "../src/room/live/protocol";
import { STUDY, type StudySession } from "../src/room/study/protocol";
import { NO_TIMER, reduceStudy, type StudyEvent } from "../src/room/study/state";
import { clockOf, faceOf, spanOf, stateOf } from "../src/room/study/words";
import { contract, golden } from "./golden";

const control = (mode: Mode, holder: string | null = null, ...queue: string[]): Control => ({ mode, holder, queue, version: 1 });

test("buttons offer what the mode allows this person", () => {
  const cases: readonly [Control, Role, readonly Step[]][] = [
    [control("free"), "controller", []],
    [control("free"), "owner", []],
    [control("free"), "viewer", ["request"]],
    [control("free", "p-v"), "owner", ["take"]],
    [control("single"), "controller", ["request"]],
    [control("single", "p-x"), "controller", ["take", "request"]],
    [control("single", "p-x"), "viewer", ["request"]],
    [control("single", "me"), "viewer", ["release"]],
    [control("single", "p-x", "me"), "controller", ["withdraw"]],
    [control("queued", "p-x"), "controller", ["request"]],
    [control("queued", "p-x", "p-y", "me"), "controller", ["withdraw"]],
    [control("queued", "p-x"), "owner", ["take", "request"]],
    [control("supervised"), "controller", ["request"]],
    [control("supervised"), "owner", ["take"]],
    [control("supervised", "p-x", "me"), "owner", ["take", "withdraw"]],
  ];
  for (const [now, role, steps] of cases) {
    assert.deepEqual(standing(now, role, "me").steps, steps, `${JSON.stringify(now)} ${role}`);
  }
  assert.equal(standing(control("queued", "p-x", "p-y", "me"), "viewer", "me").place, 2);
  const drives = (now: Control) => standing(now, "controller", "me").drives;
  assert.deepEqual(
    [control("free"), control("free", "p-v"), control("single"), control("single", "me"), control("queued", "p-x")].map(drives),
    ["everybody", "everybody", "nobody", "you", "other"],
  );
});

test("only addresses of the web become links, and without the sentence around them", () => {
  const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? []);
  assert.deepEqual(links("see https://example.org/a_(b), or (http://x.test/y?z=1)."), [
    "https://example.org/a_(b)",
    "http://x.test/y?z=1",
  ]);
  for (const text of ["javascript:alert(1)", "data:text/html,x", "ftp://x.test", "https://", "example.org", 'x"https:', ""]) {
    assert.deepEqual(links(text), [], text);
  }
  for (const text of ["a https://b.test c", "https://b.test/!", "<b>https://b.test/<i>", "no link"]) {
    assert.equal(pieces(text).map((piece) => piece.text).join(""), text);
  }
});

test("a cursor glides from where it is seen to where it was said to be", () => {
  const first = towards({ x: 0, y: 0 }, 0, undefined);
  assert.deepEqual(at(first, 0), { x: 0, y: 0 });
  const second = towards({ x: 1, y: 0.5 }, 100, first);
  assert.deepEqual(at(second, 100 + GLIDE_MS / 2), { x: 0.5, y: 0.25 });
  const third = towards({ x: 0, y: 0 }, 100 + GLIDE_MS / 2, second);
  assert.deepEqual(at(third, 100 + GLIDE_MS / 2), { x: 0.5, y: 0.25 });
  assert.deepEqual(at(third, 10_000), { x: 0, y: 0 });
});

const session = (more: Partial<StudySession> = {}): StudySession => ({
  id: "t1",
  userId: "u1",
  subjectId: "Algebra",
  type: "pomodoro",
  status: "active",
  duration: 60,
  revision: 2,
  remaining: 1440,
  phase: "focus",
  round: 1,
  ...more,
});
const study = (...events: StudyEvent[]) => events.reduce(reduceStudy, NO_TIMER);
const known: readonly StudyEvent[] = [
  { type: "authenticated", user: "u1" },
  { type: "state", session: session(), shared: [] },
];

test("each second moves the clock it belongs to", () => {
  const tick = { sessionId: "t1", duration: 61, status: "active", remaining: 1439, phase: "focus", round: 1 } as const;
  const state = study(...known, { type: "tick", tick }, { type: "tick", tick: { ...tick, sessionId: "t9", remaining: 1 } });
  assert.deepEqual([state.own?.duration, faceOf(state.own!)], [61, "23:59"]);
});

test("an old word about a timer changes nothing, its end takes it away", () => {
  const paused = session({ status: "paused", revision: 3 });
  const state = study(...known, { type: "changed", session: paused }, { type: "changed", session: session() });
  assert.equal(state.own?.status, "paused");
  assert.equal(reduceStudy(state, { type: "changed", session: session({ id: "t0", status: "ended", revision: 9 }) }).own?.id, "t1");
  assert.equal(reduceStudy(state, { type: "changed", session: session({ status: "ended", revision: 4 }) }).own, undefined);
});

test("others' timers stand beside the own one", () => {
  const bobs = session({ id: "t2", userId: "u2" });
  const state = study(...known, { type: "changed", session: bobs });
  assert.deepEqual([state.own?.id, state.shared.map(({ id }) => id)], ["t1", ["t2"]]);
  assert.deepEqual(reduceStudy(state, { type: "changed", session: { ...bobs, status: "ended", revision: 5 } }).shared, []);
});

test("every event and command of the timer's contract has a reader", () => {
  const page = contract("study-sessions.md");
  for (const name of [...Object.keys(STUDY.events), ...Object.keys(STUDY.commands)]) {
    const kept = name.replace(/^session-(paused|resumed|ended)$/, "-$1");
    assert.ok(page.includes(`\`${name}`) || page.includes(`\`${kept}\``), name);
  }
  assert.equal(STUDY.events["session-started"](session())?.remaining, 1440);
  const change = golden("study/change.json")["session"];
  assert.deepEqual(
    [STUDY.events["session-paused"](change)?.status, STUDY.events["session-paused"](change)?.studied],
    ["paused", 1500],
  );
  assert.equal(STUDY.events["timer-update"](golden("study/timer-update.json"))?.phase, "break");
  assert.equal(STUDY.events["session-state"]({ session: null, shared: [] })?.session, null);
  assert.equal(STUDY.events["timer-update"]({ sessionId: "t1", duration: "1", status: "active" }), undefined);
});

test("spans and states in words", () => {
  assert.deepEqual([0, 65, 3_661, -5].map(clockOf), ["0:00", "1:05", "1:01:01", "0:00"]);
  assert.deepEqual([30, 600, 3_600, 4_500].map(spanOf), ["less than a minute", "10 min", "1 h", "1 h 15 min"]);
  assert.equal(stateOf(session()), "Focus, round 1");
  assert.equal(stateOf(session({ status: "paused", pauseReason: "disconnected" })), "Paused while you were away");
  assert.equal(stateOf(session({ type: "free", phase: null })), "Running");
});
