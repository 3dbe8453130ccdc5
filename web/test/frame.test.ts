import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig, readFrame, writeFrame } from "../src/player/frame";

const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

test("reads a header byte for byte as the contract lays it out", () => {
  const message = new Uint8Array([
    1, 0b01011, 0x01, 0x02, 0, 0, 1, 0, 0x40, 0x8f, 0x40, 0, 0, 0, 0, 0, 0x42, 0x78, 0x93, 0x1e, 0x5f, 0x40, 0, 0, 9, 8,
  ]).buffer;
  const frame = readFrame(message);
  assert.equal(frame?.kind, 1);
  assert.equal(frame.key, true);
  assert.equal(frame.layer, 1);
  assert.equal(frame.refinement, true);
  assert.equal(frame.standsForVideo, false);
  assert.equal(frame.generation, 0x0102);
  assert.equal(frame.sequence, 256);
  assert.equal(frame.pts, 1000);
  assert.deepEqual([...frame.payload], [9, 8]);
  assert.equal(frame.bytes, 26);
});

test("what was written is what is read", () => {
  const frame = {
    kind: 5,
    key: false,
    layer: 2,
    refinement: false,
    standsForVideo: true,
    generation: 65_535,
    sequence: 4_294_967_295,
    pts: 123_456_789.5,
    capturedAt: 1_793_000_000_123,
    payload: new Uint8Array([1, 2, 3]),
  };
  assert.deepEqual(readFrame(writeFrame(frame)), { ...frame, bytes: 27 });
});

test("a message too short for a header is none", () => {
  assert.equal(readFrame(new ArrayBuffer(23)), undefined);
});

test("reads a config and ignores what it does not know", () => {
  const config = readConfig(bytes({ codec: "opus", sampleRate: 48000, numberOfChannels: 2, description: "AQI=", news: 1 }));
  assert.deepEqual(config, {
    codec: "opus",
    sampleRate: 48000,
    numberOfChannels: 2,
    description: new Uint8Array([1, 2]),
  });
});

test("a broken config is none", () => {
  assert.equal(readConfig(bytes({ codedWidth: 3 })), undefined);
  assert.equal(readConfig(new Uint8Array([255, 0])), undefined);
});
