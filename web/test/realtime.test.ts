import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce, START } from "../src/realtime/state";
import { wishFrom } from "../src/realtime/words";

test("what is typed becomes a broadcast", () => {
  assert.deepEqual(wishFrom("b1", "all", { message: " Back at noon " }), {
    ok: true,
    broadcast: { id: "b1", target: { all: true }, event: "notice", data: { message: "Back at noon" } },
  });
  assert.deepEqual(wishFrom("b1", "users", { whom: " u1, u2\nu3 ", event: "news", data: '{"a":1}' }), {
    ok: true,
    broadcast: { id: "b1", target: { users: ["u1", "u2", "u3"] }, event: "news", data: { a: 1 } },
  });
  assert.deepEqual(wishFrom("b1", "room", { whom: "k3fw", event: "news" }), {
    ok: true,
    broadcast: { id: "b1", target: { room: "k3fw" }, event: "news" },
  });
});

test("what cannot be sent says why, before it is sent", () => {
  const odd: readonly Readonly<Record<string, string>>[] = [
    { whom: " , ", message: "x" },
    { whom: "u1", message: "  " },
    { whom: "u1", event: "" },
    { whom: "u1", event: "e", data: "{" },
  ];
  for (const fields of odd) assert.equal(wishFrom("b1", "users", fields).ok, false, JSON.stringify(fields));
});

test("a new aim forgets what was told of the last delivery", () => {
  const sent = reduce(START, { type: "sent", delivery: { delivered: 1, connections: 1, nodes: [], partial: false } });
  assert.equal(reduce(sent, { type: "aim", aim: "room" }).delivery, undefined);
});
