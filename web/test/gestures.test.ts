import assert from "node:assert/strict";
import { test } from "node:test";
import { FingerIds } from "../src/player/input/finger-ids";
import * as gestures from "../src/player/input/gestures";

const at = (x: number, y: number, rest: Partial<gestures.Touches> = {}): gestures.Touches => ({
  points: [{ id: 0, x, y }],
  clientX: x * 1000,
  clientY: y * 1000,
  at: 0,
  ...rest,
});
const none = at(0, 0, { points: [] });
const names = (acts: readonly { type: string; action?: string }[]) => acts.map((act) => `${act.type} ${act.action}`);

test("fingers get small numbers and keep them while they are down", () => {
  const ids = new FingerIds();
  assert.deepEqual([-7, 1_793_000_000, -7].map((one) => ids.of(one)), [0, 1, 0]);
  ids.keep([1_793_000_000]);
  assert.deepEqual([1_793_000_000, 42].map((one) => ids.of(one)), [1, 0]);
});

test("a tap is a click where the finger went down", () => {
  const down = gestures.fingersDown(gestures.IDLE, at(0.5, 0.25));
  const up = gestures.fingersUp(down.gesture, none);

  assert.deepEqual(down.acts, []);
  assert.deepEqual(names(up.acts), ["pointer move", "pointer down", "pointer up"]);
  assert.deepEqual(up.acts[1], { type: "pointer", action: "down", x: 0.5, y: 0.25, button: 0 });
  assert.equal(up.gesture, gestures.IDLE);
});

test("a finger that trembles still taps", () => {
  const { gesture } = gestures.fingersDown(gestures.IDLE, at(0.5, 0.5));
  assert.equal(gestures.fingersMoved(gesture, at(0.503, 0.5)).gesture, gesture);
});

test("a finger that moves is a touch from where it began", () => {
  const down = gestures.fingersDown(gestures.IDLE, at(0.5, 0.5));
  const moved = gestures.fingersMoved(down.gesture, at(0.5, 0.4));
  const up = gestures.fingersUp(moved.gesture, none);

  assert.deepEqual(names([...moved.acts, ...up.acts]), ["touch start", "touch move", "touch end"]);
  assert.deepEqual(moved.acts[0], { type: "touch", action: "start", points: [{ id: 0, x: 0.5, y: 0.5 }] });
});

test("a long press is a right click, and its end means nothing", () => {
  const down = gestures.fingersDown(gestures.IDLE, at(0.5, 0.5));
  const held = gestures.heldLong(down.gesture, gestures.LONG_PRESS_MS);
  const up = gestures.fingersUp(held.gesture, none);

  assert.deepEqual(held.acts[1], { type: "pointer", action: "down", x: 0.5, y: 0.5, button: 2 });
  assert.deepEqual(up, { gesture: gestures.IDLE, acts: [] });
});

test("two fingers are a touch until the last one is up", () => {
  const both = [
    { id: 0, x: 0.4, y: 0.5 },
    { id: 1, x: 0.6, y: 0.5 },
  ];
  const first = gestures.fingersDown(gestures.IDLE, at(0.4, 0.5));
  const second = gestures.fingersDown(first.gesture, at(0.4, 0.5, { points: both }));
  const one = gestures.fingersUp(second.gesture, at(0.6, 0.5));
  const last = gestures.fingersUp(one.gesture, none);

  assert.deepEqual(names(second.acts), ["touch start", "touch start"]);
  assert.equal(one.gesture.name, "touching");
  assert.deepEqual([one, last].flatMap(({ acts }) => names(acts)), ["touch end", "touch end"]);
  assert.equal(last.gesture, gestures.IDLE);
});

test("a touch that the system takes away is called off", () => {
  const moved = gestures.fingersMoved(gestures.fingersDown(gestures.IDLE, at(0.5, 0.5)).gesture, at(0.9, 0.5));
  assert.deepEqual(names(gestures.cancelled(moved.gesture).acts), ["touch cancel"]);
});
