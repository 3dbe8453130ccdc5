import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff } from "../src/player/backoff";
import { reduce, START, type PlayerEvent, type PlayerState } from "../src/player/state";

const lost: PlayerEvent = { type: "lost", reason: "draining" };
const picture: PlayerEvent = { type: "picture" };
const refused: PlayerEvent = { type: "refused", failure: "ended", detail: "absolute" };
const run = (...events: PlayerEvent[]) => events.reduce(reduce, START);

test("plays with the first picture", () => {
  assert.deepEqual(run(picture), { name: "playing" });
});

test("counts attempts until a picture comes", () => {
  assert.deepEqual(run(lost, lost), { name: "connecting", attempt: 2 });
  assert.deepEqual(run(picture, lost, lost), { name: "reconnecting", attempt: 2, reason: "draining" });
  assert.deepEqual(run(picture, lost, picture, lost), { name: "reconnecting", attempt: 1, reason: "draining" });
});

test("a refusal is final, until somebody starts again", () => {
  const failed: PlayerState = { name: "failed", failure: "ended", detail: "absolute" };
  const befores: PlayerEvent[][] = [[], [picture], [picture, lost]];
  const afters: PlayerEvent[][] = [[], [picture], [lost]];
  for (const before of befores) {
    for (const after of afters) assert.deepEqual(run(...before, refused, ...after), failed);
  }
  assert.deepEqual(run(refused, { type: "restart" }), START);
});

test("a picture while playing changes nothing at all", () => {
  const playing = run(picture);
  assert.equal(reduce(playing, picture), playing);
});

test("waits longer each time, up to five seconds, half of it by chance", () => {
  const waits = (random: number) => [1, 2, 3, 4, 5, 6, 20].map((attempt) => backoff(attempt, () => random));
  assert.deepEqual(waits(1), [250, 500, 1000, 2000, 4000, 5000, 5000]);
  assert.deepEqual(waits(0), [125, 250, 500, 1000, 2000, 2500, 2500]);
});
