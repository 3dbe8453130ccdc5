// Other people's clients against our engine: node clients.mjs URL. Prints what went wrong and ends with 1, else "all well".
import assert from "node:assert/strict";
import { io } from "socket.io-client";
import { Socket as EngineSocket } from "engine.io-client";

const url = process.argv[2];
const open = [];

function connect(path, options = {}) {
  const socket = io(url + path, { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200, ...options });
  open.push(socket);
  return socket;
}

function next(socket, event) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event}`)), 20_000);
    socket.once(event, (...args) => {
      clearTimeout(late);
      resolve(args);
    });
  });
}

async function talks(socket, transport) {
  await next(socket, "connect");
  const back = next(socket, "echoed");
  const answer = await socket.timeout(20_000).emitWithAck("echo", 1, "ü", { a: [null, true] }, Buffer.from([1, 2, 3]));
  assert.equal(answer, 1);
  const echoed = await back;
  assert.deepEqual(echoed.slice(0, 3), [1, "ü", { a: [null, true] }]);
  assert.deepEqual([...new Uint8Array(echoed[3])], [1, 2, 3]);
  if (transport) assert.equal(socket.io.engine.transport.name, transport);
}

const checks = {
  async "talks over websocket alone"() {
    await talks(connect("/", { transports: ["websocket"] }), "websocket");
  },
  async "talks over polling alone"() {
    await talks(connect("/", { transports: ["polling"] }), "polling");
  },
  async "is upgraded, and loses nothing on the way"() {
    const socket = connect("/");
    const numbers = [];
    socket.on("echoed", (n) => numbers.push(n));
    await next(socket, "connect");
    for (let i = 0; i < 400; i++) {
      socket.emit("echo", i);
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    while (socket.io.engine.transport.name !== "websocket") await new Promise((resolve) => setTimeout(resolve, 5));
    await socket.timeout(20_000).emitWithAck("echo", 400);
    assert.deepEqual(numbers.slice(0, 400), [...Array(400).keys()]);
  },
  async "is in several namespaces over one connection"() {
    const main = connect("/", { transports: ["websocket"] });
    const rooms = main.io.socket("/rooms");
    await talks(main);
    rooms.connect();
    if (!rooms.connected) await next(rooms, "connect");
    assert.equal(await rooms.timeout(20_000).emitWithAck("echo", 7), 7);
    rooms.disconnect();
    assert.equal(await main.timeout(20_000).emitWithAck("echo", 8), 8);
  },
  async "hears why it may not enter"() {
    const [error] = await next(connect("/", { auth: { no: 1 } }), "connect_error");
    assert.equal(error.message, "No entry");
    assert.equal(error.data, "data");
    const [unknown] = await next(connect("/nowhere"), "connect_error");
    assert.equal(unknown.message, "Invalid namespace");
  },
  async "comes back after the server closed it, and not after it took it out"() {
    for (const transports of [["websocket"], ["polling"]]) {
      const socket = connect("/", { transports });
      await next(socket, "connect");
      const words = next(socket, "last words");
      const over = next(socket, "disconnect");
      const again = next(socket, "connect");
      socket.emit("close");
      await words;
      assert.equal((await over)[0], "transport close");
      await again;
      const out = next(socket, "disconnect");
      socket.emit("leave");
      assert.equal((await out)[0], "io server disconnect");
      assert.equal(socket.active, false);
    }
  },
  async "carries a megabyte either way"() {
    for (const transports of [["websocket"], ["polling"]]) {
      const socket = connect("/", { transports });
      await next(socket, "connect");
      const long = "x".repeat(700_000);
      const back = next(socket, "echoed");
      socket.emit("echo", long);
      assert.equal((await back)[0].length, long.length);
    }
  },
  async "is an Engine.IO server to who wants no more"() {
    const socket = new EngineSocket(url, { path: "/socket.io/" });
    const upgraded = next(socket, "upgrade");
    await next(socket, "open");
    socket.send("0");
    const [welcome] = await next(socket, "message");
    assert.match(welcome, /^0\{"sid":"/);
    await upgraded;
    socket.send('2["echo","up"]');
    assert.equal((await next(socket, "message"))[0], '2["echoed","up"]');
    socket.close();
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`well: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}: ${error.stack}`);
  }
  open.splice(0).forEach((socket) => socket.disconnect());
}
console.log(failed ? `${failed} failed` : "all well");
process.exit(failed ? 1 : 0);
