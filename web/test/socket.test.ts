import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakeWebSocket, settle } from "./fake-socket";
import { aSocket, comesBack, opened, protocol } from "./socket-fixtures";

beforeEach(() => FakeWebSocket.reset());

test("a namespace is joined once the line is open, with the token if there is one", async (t) => {
  const { room } = aSocket(t, async () => "t1");
  room.open();
  assert.equal(FakeWebSocket.last.url, "wss://flotilla.test/socket.io/?EIO=4&transport=websocket");
  assert.deepEqual(FakeWebSocket.last.heard(), []);

  FakeWebSocket.last.shakesHands();
  await settle();

  assert.deepEqual(FakeWebSocket.last.heard(), ['40/rooms,{"token":"t1"}']);
});

test("namespaces share one line, and it is closed when the last of them is", async (t) => {
  const { socket, room, server } = await opened(t);
  const others = socket.namespace("/sessions", protocol);
  others.open();
  await settle();
  server.says('40/sessions,{"sid":"n9"}');
  await settle();

  room.close();
  assert.equal(socket.state.name, "open");
  others.close();

  assert.equal(FakeWebSocket.made.length, 1);
  assert.deepEqual(server.heard(), ["40/rooms,", "40/sessions,", "41/rooms,", "41/sessions,"]);
  assert.equal(socket.state.name, "closed");
});

test("events are read before they are told, and broken ones are not told", async (t) => {
  const { room, server } = await opened(t);
  const heard: string[] = [];
  room.on("news", (text) => heard.push(text));

  server.says('42/rooms,["news","a"]', '42/rooms,["news",1]', '42/rooms,["other","b"]', '42["news","c"]', "42/rooms,[", '42/rooms,["news","d","offset"]');

  assert.deepEqual(heard, ["a", "d"]);
});

test("a ping is answered, and a line on which none come is given up", async (t) => {
  const { socket, server } = await opened(t);
  server.says("2");
  assert.equal(server.sent.at(-1), "3");

  t.mock.timers.tick(44_999);
  assert.equal(socket.state.name, "open");
  t.mock.timers.tick(1);

  assert.equal(socket.state.name, "waiting");
});

test("comes back after longer and longer waits, and at once when hurried", async (t) => {
  const { socket } = aSocket(t);
  socket.namespace("/rooms", protocol).open();
  for (const wait of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
    const dialled = FakeWebSocket.made.length;
    FakeWebSocket.last.drops();
    t.mock.timers.tick(wait - 2);
    assert.equal(FakeWebSocket.made.length, dialled, `before ${wait}`);
    t.mock.timers.tick(2);
    assert.equal(FakeWebSocket.made.length, dialled + 1, `after ${wait}`);
  }
});

test("stays away when told to, and says why", async (t) => {
  const { socket, room, server } = await opened(t);
  server.drops(4503, "banned");

  t.mock.timers.tick(60_000);

  assert.equal(FakeWebSocket.made.length, 1);
  assert.deepEqual(room.state, { name: "refused", refusal: { code: "4503", message: "banned", again: false } });
  assert.equal(socket.state.name, "refused");
});

test("comes back from a node that drains", async (t) => {
  const { room, server } = await opened(t);
  server.drops(4002, "draining");
  assert.equal(room.state.name, "away");

  const next = await comesBack(t);

  assert.deepEqual([room.state.name, next.heard()], ["open", ["40/rooms,"]]);
});

test("does not come back when the server ends the namespace, and a refusal is final unless it says otherwise", async (t) => {
  const { room, server, socket } = await opened(t);
  server.says("41/rooms,");
  assert.deepEqual([room.state.name, socket.state.name], ["ended", "closed"]);

  room.open();
  FakeWebSocket.last.shakesHands();
  await settle();
  FakeWebSocket.last.says('44/rooms,{"message":"Later","data":{"code":"unavailable"}}');
  t.mock.timers.tick(15_000);
  await settle();
  assert.deepEqual(FakeWebSocket.last.heard(), ["40/rooms,", "40/rooms,"]);
  FakeWebSocket.last.says('44/rooms,{"message":"No","data":{"code":"unauthorized"}}');

  assert.deepEqual(room.state, { name: "refused", refusal: { code: "unauthorized", message: "No", again: false } });
});
