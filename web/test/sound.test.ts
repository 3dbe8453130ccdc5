import assert from "node:assert/strict";
import { test } from "node:test";
import { SampleRing } from "../src/player/sample-ring";
import { Step } from "../src/player/step";

const samples = (from: number, count: number) => [Float32Array.from({ length: count }, (_, i) => from + i)];
const pull = (ring: SampleRing, count: number) => {
  const out = [new Float32Array(count)];
  return { played: ring.pull(out), out: [...(out[0] ?? [])] };
};

test("plays nothing before enough waits, then in order", () => {
  const ring = new SampleRing(1, 100, 10, 20);
  ring.push(samples(1, 6));
  assert.equal(pull(ring, 4).played, 0);

  ring.push(samples(7, 6));
  assert.deepEqual(pull(ring, 4), { played: 4, out: [1, 2, 3, 4] });
});

test("runs dry with silence and fills up again", () => {
  const ring = new SampleRing(1, 100, 4, 20);
  ring.push(samples(1, 4));
  pull(ring, 3);
  assert.deepEqual(pull(ring, 3).out, [4, 0, 0]);

  ring.push(samples(5, 2));
  assert.equal(pull(ring, 2).played, 0);
});

test("skips what is too late", () => {
  const ring = new SampleRing(1, 200, 10, 20);
  for (let from = 0; from < 60; from += 10) ring.push(samples(from, 10));
  assert.ok(ring.waiting <= 40);
  assert.ok((pull(ring, 1).out[0] ?? 0) > 0);
});

test("wraps around without losing a sample", () => {
  const ring = new SampleRing(2, 16, 0, 10);
  const heard: number[] = [];
  for (let from = 1; from < 200; from += 5) {
    ring.push(samples(from, 5));
    heard.push(...pull(ring, 5).out);
  }
  assert.deepEqual(heard, Array.from({ length: 200 }, (_, i) => i + 1));
});

test("sound waits for a slower picture, within reason", () => {
  const step = new Step();
  assert.equal(step.soundDelayMs(), 30);

  step.drew(0, 150);
  step.heard(0, 50);
  assert.equal(step.soundDelayMs(), 100);

  step.drew(0, 900);
  for (let i = 0; i < 50; i++) step.drew(0, 900);
  assert.equal(step.soundDelayMs(), 250);
});
