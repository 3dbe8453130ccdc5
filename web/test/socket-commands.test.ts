import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakeWebSocket, settle } from "./fake-socket";
import { aSocket, comesBack, opened } from "./socket-fixtures";

beforeEach(() => FakeWebSocket.reset());

test("a command is answered", async (t) => {
  const { room, server } = await opened(t);
  server.heard();
  const good = room.command("act", { id: "c1" });
  const bad = room.command("act", { id: "c2" });
  const odd = room.command("act", { id: "c3" });
  assert.deepEqual(server.heard(), ['42/rooms,0["act",{"id":"c1"}]', '42/rooms,1["act",{"id":"c2"}]', '42/rooms,2["act",{"id":"c3"}]']);

  server.says('43/rooms,1[{"ok":false,"error":{"code":"no","message":"No."}}]', '43/rooms,0[{"ok":true,"count":7}]', "43/rooms,2[3]");

  assert.deepEqual(await good, { ok: true, value: 7 });
  assert.deepEqual(await bad, { ok: false, error: { code: "no", message: "No.", again: false } });
  assert.equal((await odd as { error: { code: string } }).error.code, "unreadable");
});

test("a command whose answer was lost is said again with its id, in order, and a question is not", async (t) => {
  const { room, server } = await opened(t);
  const first = room.command("act", { id: "c1" });
  const second = room.command("act", { id: "c2" });
  const question = room.ask("act", {});
  server.drops();
  assert.equal((await question as { error: { code: string } }).error.code, "closed");
  const third = room.command("act", { id: "c3" });

  const next = await comesBack(t);
  assert.deepEqual(
    next.heard().slice(1).map((text) => text.slice(text.indexOf("["))),
    ["c1", "c2", "c3"].map((id) => `["act",{"id":"${id}"}]`),
  );
  next.says('43/rooms,3[{"ok":true,"count":1}]', '43/rooms,4[{"ok":true,"count":2}]', '43/rooms,5[{"ok":true,"count":3}]');

  assert.deepEqual(await Promise.all([first, second, third]), [1, 2, 3].map((value) => ({ ok: true, value })));
});

test("a command that could not be done now is tried again, until its time is over", async (t) => {
  const { room, server } = await opened(t);
  server.heard();
  const done = room.command("act", { id: "c1" }, 5_000);
  const never = room.command("act", { id: "c2" }, 5_000);
  server.says('43/rooms,0[{"ok":false,"error":{"code":"unavailable","message":""}}]');
  t.mock.timers.tick(1_000);
  assert.deepEqual(server.heard().at(-1), '42/rooms,2["act",{"id":"c1"}]');
  server.says('43/rooms,2[{"ok":true,"count":1}]');
  t.mock.timers.tick(4_000);

  assert.deepEqual(await done, { ok: true, value: 1 });
  assert.equal((await never as { error: { code: string } }).error.code, "timeout");
});

test("commands wait for the greeting, questions in it do not", async (t) => {
  const { room } = aSocket(t);
  room.greet = async () => (await room.ask("act", { first: true })).ok;
  room.open();
  const later = room.command("act", { id: "c1" });
  FakeWebSocket.last.shakesHands();
  await settle();
  FakeWebSocket.last.says('40/rooms,{"sid":"n1"}');
  await settle();
  assert.deepEqual(FakeWebSocket.last.heard(), ["40/rooms,", '42/rooms,0["act",{"first":true}]']);

  FakeWebSocket.last.says('43/rooms,0[{"ok":true,"count":1}]');
  await settle();
  assert.deepEqual(FakeWebSocket.last.heard(), ['42/rooms,1["act",{"id":"c1"}]']);
  FakeWebSocket.last.says('43/rooms,1[{"ok":true,"count":2}]');

  assert.deepEqual(await later, { ok: true, value: 2 });
});

test("what is told without a line is left out", async (t) => {
  const { room, server } = await opened(t);
  server.heard();
  room.tell("cursor", { x: 1 });
  server.drops();
  room.tell("cursor", { x: 2 });

  const next = await comesBack(t);

  assert.deepEqual([server.heard(), next.heard()], [['42/rooms,["cursor",{"x":1}]'], ["40/rooms,"]]);
});
