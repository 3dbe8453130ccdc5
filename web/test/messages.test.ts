import assert from "node:assert/strict";
import { test } from "node:test";
import { readMessage, type PlayerMessage } from "../src/player/messages";
import { golden, goldenNames } from "./golden";

test("reads each golden message of the gateway, also with a field it does not know", () => {
  for (const name of goldenNames("gateway")) {
    const example = golden(`gateway/${name}`);
    assert.deepEqual(readMessage(JSON.stringify(example)), example, name);
    assert.ok(readMessage(JSON.stringify({ ...example, news: { of: ["tomorrow"] } })), name);
  }
});

test("ignores what it does not know and what is broken", () => {
  for (const text of [
    "",
    "null",
    "7",
    "[]",
    "{",
    '{"type":"tomorrow"}',
    '{"type":7}',
    '{"type":"toString"}',
    '{"type":"welcome"}',
    '{"type":"presence","people":"all"}',
    '{"type":"size","width":"wide","height":1}',
  ]) {
    assert.equal(readMessage(text), undefined, text);
  }
});

test("what the player sends has exactly the fields of the golden examples", () => {
  const sent: Record<string, PlayerMessage> = {
    "ack.json": { type: "ack", bytes: 131072 },
    "composition.json": { type: "composition", text: "にほ", action: "update" },
    "formats.json": { type: "formats", formats: ["h264", "vp8", "jpeg"], visible: true },
    "key-frame.json": { type: "key-frame" },
    "key.json": { type: "key", action: "down", code: "KeyA", key: "A", modifiers: 8 },
    "navigate.json": { type: "navigate", action: "to", url: "https://example.org/" },
    "ping.json": { type: "ping", id: 17 },
    "pointer.json": { type: "pointer", action: "down", x: 0.25, y: 0.75, button: 0 },
    "release.json": { type: "release" },
    "resize.json": { type: "resize", width: 1280, height: 720 },
    "text.json": { type: "text", text: "grüß dich" },
    "touch.json": {
      type: "touch",
      action: "move",
      points: [
        { id: 0, x: 0.25, y: 0.5 },
        { id: 1, x: 0.75, y: 0.5 },
      ],
    },
    "wheel.json": { type: "wheel", x: 0.5, y: 0.5, dx: 0, dy: 120 },
  };
  assert.deepEqual(goldenNames("player").sort(), Object.keys(sent).sort());
  for (const [name, message] of Object.entries(sent)) assert.deepEqual(message, golden(`player/${name}`), name);
});
