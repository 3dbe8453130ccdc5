import assert from "node:assert/strict";
import { test } from "node:test";
import { buttonChanges } from "../src/player/input/buttons";
import { copiesInVm, meaningOf, type KeyPress } from "../src/player/input/keys";
import { pieces } from "../src/player/input/text-field";
import { wheelPixels } from "../src/player/input/wheel";

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  code: `Key${key.toUpperCase()}`,
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altGraph: false,
  composing: false,
  ...rest,
});
const on = (mac: boolean, key: string, rest: Partial<KeyPress> = {}) => meaningOf(press(key, rest), mac, false);

test("a letter goes to the VM with the character the layout gave", () => {
  assert.deepEqual(on(false, "z", { code: "KeyY" }), { to: "vm", code: "KeyY", key: "z", modifiers: 0 });
  assert.deepEqual(on(false, "A", { shiftKey: true }), { to: "vm", code: "KeyA", key: "A", modifiers: 8 });
});

test("AltGr belongs to the character, even where it looks like Ctrl and Alt", () => {
  const euro = on(false, "€", { code: "KeyE", ctrlKey: true, altKey: true, altGraph: true });
  assert.deepEqual(euro, { to: "vm", code: "KeyE", key: "€", modifiers: 0 });
  assert.deepEqual(on(true, "@", { code: "KeyL", altKey: true }), { to: "vm", code: "KeyL", key: "@", modifiers: 0 });
});

test("dead keys, input methods and on-screen keyboards go to the text field", () => {
  for (const key of ["Dead", "Process", "Unidentified"]) assert.equal(on(false, key).to, "field", key);
  assert.equal(on(false, "n", { composing: true }).to, "field");
});

test("the person's own browser keeps its essential keys", () => {
  for (const key of ["F11", "F12"]) assert.equal(on(false, key).to, "browser", key);
  for (const key of ["Tab", "PageUp"]) assert.equal(on(false, key, { ctrlKey: true }).to, "browser", key);
  assert.equal(on(false, "Tab", { altKey: true }).to, "browser");
  assert.equal(on(false, "l", { metaKey: true }).to, "browser");
  assert.equal(on(true, "Tab", { metaKey: true }).to, "browser");
  assert.equal(on(false, "Tab").to, "vm");
});

test("Command on a Mac is Control in the VM", () => {
  assert.deepEqual(on(true, "c", { metaKey: true }), { to: "vm", code: "KeyC", key: "c", modifiers: 2 });
  assert.deepEqual(on(true, "Meta", { code: "MetaLeft", metaKey: true }), {
    to: "vm",
    code: "ControlLeft",
    key: "Control",
    modifiers: 2,
  });
});

test("a paste takes this machine's clipboard until something was copied in the VM", () => {
  const paste = press("v", { ctrlKey: true });
  assert.equal(meaningOf(paste, false, false).to, "field");
  assert.equal(meaningOf(paste, false, true).to, "vm");
  assert.ok(copiesInVm(press("c", { ctrlKey: true }), false));
  assert.ok(copiesInVm(press("x", { metaKey: true }), true));
  assert.ok(!copiesInVm(press("c"), false));
});

test("Control, Alt and Shift together leave the picture", () => {
  assert.equal(on(false, "Shift", { ctrlKey: true, altKey: true, shiftKey: true }).to, "leave");
});

test("a second button that goes down while one is held is seen", () => {
  assert.deepEqual(buttonChanges(0, 1), [{ action: "down", button: 0 }]);
  assert.deepEqual(buttonChanges(1, 3), [{ action: "down", button: 2 }]);
  assert.deepEqual(buttonChanges(7, 4), [
    { action: "up", button: 0 },
    { action: "up", button: 2 },
  ]);
  assert.deepEqual(buttonChanges(4, 4), []);
});

test("wheels count in CSS pixels, whatever their unit", () => {
  assert.equal(wheelPixels(53.337, 0, 700), 53.34);
  assert.equal(wheelPixels(-3, 1, 700), -120);
  assert.equal(wheelPixels(1, 2, 700), 700);
  assert.equal(wheelPixels(99_999, 0, 700), 4000);
});

test("a long text is cut between characters", () => {
  assert.deepEqual(pieces("", 4), []);
  assert.deepEqual(pieces("abcdef", 4), ["abcd", "ef"]);
  assert.deepEqual(pieces("abc😀d", 4), ["abc", "😀d"]);
});
