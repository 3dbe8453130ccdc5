import assert from "node:assert/strict";
import { beforeEach, test, type TestContext } from "node:test";
import { FlotillaSocket } from "../src/socket/flotilla-socket";
import { EventLine } from "../src/sync/event-line";
import { asWebSocket, FakeWebSocket, settle } from "./fake-socket";

beforeEach(() => FakeWebSocket.reset());

async function joined(packet: string): Promise<FakeWebSocket> {
  const server = FakeWebSocket.last;
  server.shakesHands();
  await settle();
  server.says(packet);
  await settle();
  return server;
}

function aLine(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const story: string[] = [];
  const socket = new FlotillaSocket({ origin: "https://flotilla.test", transports: ["websocket"], WebSocket: asWebSocket });
  const line = new EventLine(socket, {
    heard: (event) => story.push(event.type),
    over: () => story.push("over"),
  });
  t.after(() => socket.close());
  return { socket, line, story };
}

test("the server is heard in its namespace, and the end of the session ends the line", async (t) => {
  const { line, story } = aLine(t);
  line.open();
  const server = await joined('40/sessions,{"sid":"n1"}');
  assert.equal(line.isOpen, true);

  server.says(
    '42/sessions,["hello",{"session_id":"s1","user_id":"u1"}]',
    '42/sessions,["notice",{"message":"Back at noon"}]',
    '42/sessions,["session_ended",{"session_id":"s1","reason":"signed-out"}]',
    "41/sessions,",
  );

  assert.deepEqual(story, ["hello", "notice", "session_ended", "over"]);
  assert.equal(line.isOpen, false);
});

test("who is nobody any more hears that it is over, and another session opens it again", async (t) => {
  const { line, story } = aLine(t);
  line.open();
  await joined('44/sessions,{"message":"The session is over","data":{"code":"session-over"}}');
  assert.deepEqual(story, ["over"]);

  line.renew();
  await joined('40/sessions,{"sid":"n2"}');

  assert.equal(line.isOpen, true);
});

test("another session is another line for all that goes over it", async (t) => {
  const { line, socket } = aLine(t);
  const rooms = socket.namespace("/rooms", { events: {}, commands: {} });
  rooms.open();
  line.open();
  const before = await joined('40/rooms,{"sid":"n1"}');

  line.renew();

  assert.notEqual(FakeWebSocket.last, before);
  FakeWebSocket.last.shakesHands();
  await settle();
  assert.deepEqual(FakeWebSocket.last.heard().toSorted(), ["40/rooms,", "40/sessions,"]);
});
