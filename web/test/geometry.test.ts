import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptableSize, letterbox, toPicture } from "../src/player/geometry";

const hd = { width: 1280, height: 720 };

test("fits the picture with bars where the shapes differ", () => {
  assert.deepEqual(letterbox(hd, { width: 1440, height: 840 }), { left: 0, top: 15, width: 1440, height: 810 });
  assert.deepEqual(letterbox(hd, { width: 2000, height: 720 }), { left: 360, top: 0, width: 1280, height: 720 });
  assert.deepEqual(letterbox(hd, { width: 390, height: 700 }), { left: 0, top: 240, width: 390, height: 219 });
});

test("nothing to show takes no room", () => {
  assert.deepEqual(letterbox({ width: 0, height: 0 }, hd), { left: 0, top: 0, width: 0, height: 0 });
  assert.deepEqual(letterbox(hd, { width: 0, height: 300 }), { left: 0, top: 0, width: 0, height: 0 });
});

test("points count from 0 to 1 of the picture, and no further", () => {
  const box = { left: 100, top: 50, width: 1000, height: 500 };
  assert.deepEqual(toPicture(600, 300, box), { x: 0.5, y: 0.5 });
  assert.deepEqual(toPicture(0, 9000, box), { x: 0, y: 1 });
  assert.deepEqual(toPicture(5, 5, { left: 0, top: 0, width: 0, height: 0 }), { x: 0, y: 0 });
});

test("asks only for sizes that a VM accepts", () => {
  assert.deepEqual(acceptableSize({ width: 1441, height: 843 }), { width: 1440, height: 842 });
  assert.deepEqual(acceptableSize({ width: 7680, height: 4320 }), { width: 3840, height: 2160 });
  assert.deepEqual(acceptableSize({ width: 390, height: 700 }), { width: 500, height: 896 });
  assert.deepEqual(acceptableSize({ width: 0, height: 0 }), { width: 256, height: 256 });
});
