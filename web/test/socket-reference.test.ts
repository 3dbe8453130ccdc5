import assert from "node:assert/strict";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { Server } from "socket.io";
import { FlotillaSocket } from "../src/socket/flotilla-socket";
import { field } from "../src/socket/packets";
import type { Protocol } from "../src/socket/protocol";

/** Against the reference server: what this client speaks is what everybody speaks. */
const LONG = { timeout: 60_000 };

interface Events {
  readonly news: unknown;
}
interface Answers {
  readonly add: number;
}
const protocol: Protocol<Events, Answers> = {
  events: { news: (data) => data },
  commands: { add: (data) => field(data, "count") as number | undefined },
};

async function aServer(t: TestContext, port = 0): Promise<{ io: Server; origin: string; port: number; stop(): Promise<void> }> {
  const http: HttpServer = createServer();
  const io = new Server(http, { pingInterval: 300, pingTimeout: 5_000 });
  const done = new Set<string>();
  io.of("/rooms").on("connection", (socket) => {
    socket.on("add", (data: { id: string }, answer?: (reply: object) => void) => {
      done.add(data.id);
      answer?.({ ok: true, count: done.size });
    });
    socket.on("echo", (data: unknown) => socket.emit("news", data));
    socket.on("leave", () => socket.disconnect());
    socket.emit("news", { auth: socket.handshake.auth });
  });
  await new Promise<void>((listening) => http.listen(port, "127.0.0.1", listening));
  const stop = () => new Promise<void>((closed) => void io.close(() => closed()));
  t.after(stop);
  const at = (http.address() as AddressInfo).port;
  return { io, origin: `http://127.0.0.1:${at}`, port: at, stop };
}

/** Node 20 has no WebSocket of its own to speak of; the reference server brings one. */
const { WebSocket: Ws } = await import("ws");

function aClient(t: TestContext, origin: string, transport: "websocket" | "polling") {
  const socket = new FlotillaSocket({
    origin,
    transports: [transport],
    WebSocket: Ws as unknown as typeof WebSocket,
    token: async () => "t1",
  });
  t.after(() => socket.close());
  return { socket, room: socket.namespace("/rooms", protocol) };
}

type Room = ReturnType<typeof aClient>["room"];
const next = (room: Room) =>
  new Promise<unknown>((resolve) => {
    const stop = room.on("news", (data) => {
      stop();
      resolve(data);
    });
  });

for (const transport of ["websocket", "polling"] as const) {
  test(`speaks with the reference server over ${transport}`, LONG, async (t) => {
    const { origin } = await aServer(t);
    const { room } = aClient(t, origin, transport);
    const greeting = next(room);
    room.open();
    assert.deepEqual(await greeting, { auth: { token: "t1" } });

    const strange = { text: "ein Höft  ⚓ 😀 \" \\ ,42/[\u001e", deep: [[{ __proto__: null, a: [1.5, -0, 1e21, null] }]] };
    const echo = next(room);
    room.tell("echo", strange);
    assert.deepEqual(await echo, JSON.parse(JSON.stringify(strange)));

    const many = Array.from({ length: 60 }, (_, i) => room.command("add", { id: `c${i}` }));
    assert.deepEqual(await Promise.all(many), many.map((_, i) => ({ ok: true, value: i + 1 })));
  });

  test(`finds a server that was gone again, and does there what was asked meanwhile, over ${transport}`, LONG, async (t) => {
    const first = await aServer(t);
    const { room } = aClient(t, first.origin, transport);
    const greeting = next(room);
    room.open();
    await greeting;

    await first.stop();
    const meanwhile = room.command("add", { id: "later" }, 50_000);
    await aServer(t, first.port);

    assert.deepEqual(await meanwhile, { ok: true, value: 1 });
  });
}

test("a line stays up over many pings, and the server's goodbye is kept", LONG, async (t) => {
  const { origin } = await aServer(t);
  const { room, socket } = aClient(t, origin, "websocket");
  const states: string[] = [];
  socket.onState(({ name }) => states.push(name));
  const greeting = next(room);
  room.open();
  await greeting;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  assert.deepEqual(states, ["connecting", "open"]);

  const ended = new Promise<void>((resolve) => room.onState(({ name }) => name === "ended" && resolve()));
  room.tell("leave");
  await ended;

  assert.equal(socket.state.name, "closed");
});
