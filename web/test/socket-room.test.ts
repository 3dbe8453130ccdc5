import assert from "node:assert/strict";
import { beforeEach, test, type TestContext } from "node:test";
import { FlotillaRoom, type Entry } from "../src/socket/flotilla-room";
import { flag, object, text } from "../src/socket/readers";
import { FakeWebSocket, settle } from "./fake-socket";
import { aSocket, comesBack } from "./socket-fixtures";

interface News {
  readonly word: string;
}

const entry = object<{ recovered: boolean }, { position: string }>({ recovered: flag }, { position: text });

beforeEach(() => FakeWebSocket.reset());

/** Somebody who enters room r1 and remembers all that happened, in its order. */
async function visitor(t: TestContext) {
  const { socket } = aSocket(t);
  const namespace = socket.namespace("/room", {
    events: { resync: entry, gone: object({ reason: text }), news: object<News>({ word: text }) },
    commands: { join: entry, say: object({}) },
  });
  const story: string[] = [];
  namespace.on("news", ({ word }) => story.push(word));
  const room = new FlotillaRoom<{ resync: Entry; gone: { reason: string }; news: News }, { join: Entry; say: object }>(
    namespace,
    "r1",
    {
      entered: ({ recovered, position }) => story.push(recovered ? "recovered" : `snapshot ${position}`),
      stayed: ({ name }) => story.push(`(${name})`),
    },
  );
  room.open();
  FakeWebSocket.last.shakesHands();
  await settle();
  FakeWebSocket.last.says('40/room,{"sid":"n1"}');
  await settle();
  return { room, namespace, story, server: FakeWebSocket.last };
}

async function back(t: TestContext): Promise<FakeWebSocket> {
  const server = await comesBack(t);
  server.says('40/room,{"sid":"n2"}');
  await settle();
  return server;
}

test("whoever comes back says where they were, and only what they handled counts", async (t) => {
  const { server, story } = await visitor(t);
  assert.deepEqual(server.heard().at(-1), '42/room,0["join",{"room":"r1"}]');
  server.says('43/room,0[{"ok":true,"recovered":false,"position":"e:4"}]', '42/room,["news",{"word":"a"},"e:5"]', '42/room,["news",{"word":"b"}]');
  server.drops();

  const next = await back(t);
  assert.deepEqual(next.heard().at(-1), '42/room,1["join",{"room":"r1","position":"e:5"}]');
  next.says('43/room,1[{"ok":true,"recovered":true}]', '42/room,["news",{"word":"c"},"e:6"]');

  assert.deepEqual(story, ["(entering)", "(inside)", "snapshot e:4", "a", "b", "(away)", "(inside)", "recovered", "c"]);
});

test("an answer comes before the events after it, also when they arrive in one batch", async (t) => {
  const { server, story } = await visitor(t);
  server.says('43/room,0[{"ok":true,"recovered":false,"position":"e:4"}]', '42/room,["news",{"word":"a"},"e:5"]');
  assert.deepEqual(story.slice(-2), ["snapshot e:4", "a"]);
});

test("a snapshot in the middle replaces all, and its position counts from then on", async (t) => {
  const { server, story } = await visitor(t);
  server.says('43/room,0[{"ok":true,"recovered":false,"position":"e:4"}]', '42/room,["resync",{"recovered":false,"position":"f:1"}]');
  server.drops();

  const next = await back(t);

  assert.equal(story.includes("snapshot f:1"), true);
  assert.deepEqual(next.heard().at(-1), '42/room,1["join",{"room":"r1","position":"f:1"}]');
});

test("commands are said after the room is entered", async (t) => {
  const { server, namespace } = await visitor(t);
  server.heard();
  const said = namespace.command("say", { id: "c1" });
  await settle();
  assert.deepEqual(server.heard(), []);
  server.says('43/room,0[{"ok":true,"recovered":false,"position":"e:4"}]');
  await settle();
  assert.deepEqual(server.heard(), ['42/room,1["say",{"id":"c1"}]']);
  server.says('43/room,1[{"ok":true}]');
  assert.equal((await said).ok, true);
});

test("who is not let in, or is sent out, stays outside and is told why", async (t) => {
  const { server, room } = await visitor(t);
  server.says('43/room,0[{"ok":false,"error":{"code":"unavailable","message":"","retry":true}}]');
  await settle();
  t.mock.timers.tick(1_000);
  await settle();
  server.says('43/room,1[{"ok":true,"recovered":false,"position":"e:1"}]', '42/room,["gone",{"reason":"kicked"}]');
  assert.deepEqual(room.stay, { name: "outside", refusal: { code: "kicked", message: "kicked", again: false } });
  server.drops();

  const next = await back(t);
  assert.equal(next.heard().some((packet) => packet.includes("join")), false);

  room.open();
  await settle();
  assert.equal(next.heard().at(-1)?.includes('"position"'), false);
  next.says('43/room,2[{"ok":false,"error":{"code":"not-found","message":"No."}}]');
  await settle();

  assert.deepEqual(room.stay, { name: "outside", refusal: { code: "not-found", message: "No.", again: false } });
});
