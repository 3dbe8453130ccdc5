import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayMessage } from "../src/player/messages";
import { unread } from "../src/room/chat/state";
import { ROOMS, type Control, type Message, type Participant, type Snapshot } from "../src/room/live/protocol";
import { announcement } from "../src/room/announcement";
import { driverOf } from "../src/room/control/driver";
import { atTheDoor, reduce, type RoomEvent, type RoomState } from "../src/room/state";
import { contract, golden } from "./golden";

const ada: Participant = { participantId: "p-ada", name: "Ada", role: "owner", connections: 1, colour: "#12697a" };
const bob: Participant = { participantId: "p-bob", name: "Bob", role: "controller", connections: 1, colour: "#a8421f" };
const free: Control = { mode: "free", holder: null, queue: [], version: 3 };
const message = (number: number, text = `m${number}`, participantId = "p-bob"): Message => ({
  id: `id${number}`,
  number,
  participantId,
  name: "Bob",
  text,
  at: number * 1_000,
});
const snapshot: Snapshot = { recovered: false, you: ada, participants: [ada, bob], total: 2, control: free, position: "e:1" };
const run = (...events: RoomEvent[]): RoomState => events.reduce(reduce, atTheDoor("k3fw", 0, 1, false));
const inside: readonly RoomEvent[] = [
  { type: "stay", stay: "inside" },
  { type: "snapshot", snapshot },
];
const chat = (event: (RoomEvent & { type: "chat" })["event"]): RoomEvent => ({ type: "chat", event });

test("every event and command of the contract has a reader", () => {
  const page = contract("rooms.md");
  const between = (from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to));
  const words = (text: string) =>
    [...text.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([a-z.]+)[`{ ]/g)].map(([, word]) => word!),
    );
  const commands = words(between("## Commands", "| code |"));
  const events = words(between("## Events", "## Control"));
  assert.ok(commands.length > 10 && events.length > 9);
  // Asked for by no page: the snapshot has it; and leaving is closing the namespace.
  const unused = new Set(["control.state", "leave"]);
  assert.deepEqual(commands.filter((name) => !unused.has(name)).toSorted(), Object.keys(ROOMS.commands).toSorted());
  assert.deepEqual([...events, "notice"].toSorted(), Object.keys(ROOMS.events).toSorted());
});

test("a snapshot is read whole, and what is odd in a list is left out", () => {
  const read = ROOMS.commands.join({
    ok: true,
    ...snapshot,
    participants: [ada, { participantId: 7 }, null, { ...bob, role: "captain" }],
    chat: { messages: [{ ...message(1), more: 1 }, "x"] },
    clock: { expiresAt: null },
  });
  assert.deepEqual(read?.participants, [ada]);
  assert.deepEqual(read?.chat?.messages, [message(1)]);
  assert.equal(read?.clock?.expiresAt, null);
  assert.equal(ROOMS.commands.join({ ok: true, recovered: false }), undefined);
});

test("a stored message is read as the record has it, and one without its text too", () => {
  const read = ROOMS.events["chat.message"](golden("room/message.json"));
  assert.equal(typeof read?.text, "string");
  assert.equal(typeof read?.at, "number");
  const deleted = ROOMS.events["chat.deleted"](golden("room/message-deleted.json"));
  assert.deepEqual([deleted?.deleted, deleted?.text], [true, undefined]);
});

test("people come, change and go, and keep their colours in what they said", () => {
  const cem: Participant = { participantId: "p-cem", name: "Cem", role: "viewer", connections: 1 };
  const promoted: Participant = { ...bob, role: "viewer" };
  const state = run(
    ...inside,
    { type: "presence", presence: { joined: [cem], left: [], changed: [promoted], total: 3 } },
    { type: "presence", presence: { joined: [], left: ["p-bob"], changed: [], total: 2 } },
  );
  assert.deepEqual(state.people.list, [ada, cem]);
  assert.equal(state.people.colours["p-bob"], "#a8421f");
});

test("the picture's own list of people counts only while the room's line has told none", () => {
  const heard: RoomEvent = {
    type: "heard",
    message: { type: "presence", people: [{ participantId: "p-x", name: "X", role: "viewer", connections: 1 }] } as GatewayMessage,
  };
  assert.equal(run(heard).people.total, 1);
  assert.equal(run(...inside, heard).people.total, 2);
});

test("messages stand in their order, and a known one replaces itself", () => {
  const state = run(
    chat({ type: "snapshot", page: { messages: [message(4), message(5)], before: 4 } }),
    chat({ type: "message", message: message(6) }),
    chat({ type: "message", message: { ...message(5), deleted: true } }),
    chat({ type: "older", page: { messages: [message(2), message(3)] } }),
  );
  assert.deepEqual(state.chat.messages.map(({ number }) => number), [2, 3, 4, 5, 6]);
  assert.equal(state.chat.messages[3]?.deleted, true);
  assert.equal(state.chat.before, undefined);
});

test("what is on its way is gone once it has come, however it comes", () => {
  const sending = run(chat({ type: "sending", id: "id7", text: "hi" }));
  assert.deepEqual(sending.chat.unsent, [{ id: "id7", text: "hi" }]);
  const failed = reduce(sending, chat({ type: "unsent", id: "id7", trouble: "No." }));
  assert.equal(failed.chat.unsent[0]?.trouble, "No.");
  assert.equal(reduce(failed, chat({ type: "sending", id: "id7", text: "hi" })).chat.unsent[0]?.trouble, undefined);
  assert.deepEqual(reduce(failed, chat({ type: "message", message: message(7) })).chat.unsent, []);
});

test("only what others said since one looked is new", () => {
  const entered = run(...inside, chat({ type: "snapshot", page: { messages: [message(1)] } }));
  assert.equal(unread(entered.chat, "p-ada"), 0);
  const said = [chat({ type: "message", message: message(2) }), chat({ type: "message", message: message(3, "x", "p-ada") })];
  const news = said.reduce(reduce, entered);
  assert.equal(unread(news.chat, "p-ada"), 1);
  assert.match(announcement(reduce({ ...news, phase: { name: "inside" } }, { type: "player", state: { name: "playing" } })), /One new message/);
  assert.equal(unread(reduce(news, chat({ type: "seen" })).chat, "p-ada"), 0);
  // A full snapshot after a loss: what was said meanwhile is news.
  const again = reduce(news, chat({ type: "snapshot", page: { messages: [message(2), message(4), message(5)] } }));
  assert.equal(unread(again.chat, "p-ada"), 3);
});

test("an older word on control does not undo a newer one, but a snapshot does", () => {
  const held: Control = { ...free, mode: "single", holder: "p-bob", version: 9 };
  const state = run(...inside, { type: "control", control: held }, { type: "control", control: { ...free, version: 8 } });
  assert.deepEqual([state.control, driverOf(state)], [held, "p-bob"]);
  assert.equal(reduce(state, { type: "snapshot", snapshot }).control?.version, 3);
});

test("a warning that stands is in the snapshot, one that is called off is gone", () => {
  const warned = run(...inside, { type: "warning", warning: { reason: "inactive", closesAt: 5 } });
  assert.equal(warned.warning?.closesAt, 5);
  assert.equal(reduce(warned, { type: "warning", warning: { reason: "inactive", closesAt: null } }).warning, undefined);
  assert.equal(reduce(warned, { type: "snapshot", snapshot }).warning?.closesAt, 5);
  assert.equal(reduce(warned, { type: "snapshot", snapshot: { ...snapshot, warning: null } }).warning, undefined);
});
