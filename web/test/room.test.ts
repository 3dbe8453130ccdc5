import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce as lobby, type LobbyState } from "../src/lobby/state";
import type { GatewayMessage } from "../src/player/messages";
import { announcement } from "../src/room/announcement";
import { barsFor } from "../src/room/quality";
import { atTheDoor, reduce, type RoomEvent, type RoomState } from "../src/room/state";
import { golden } from "./golden";

const heard = (message: GatewayMessage): RoomEvent => ({ type: "heard", message });
const example = (name: string) => heard(golden(`gateway/${name}.json`) as unknown as GatewayMessage);
const run = (...events: RoomEvent[]): RoomState => events.reduce(reduce, atTheDoor("k3fw", 0, 1, false));

test("a welcome says who I am and what I may do, a role changes that", () => {
  const welcomed = run(example("welcome"));
  assert.deepEqual([welcomed.self, welcomed.role, welcomed.mayControl], ["p-ada", "owner", true]);

  const demoted = reduce(welcomed, example("role"));
  assert.deepEqual([demoted.role, demoted.mayControl], ["viewer", false]);
});

test("a warning that is called off is gone, and so is a deadline", () => {
  const warned = run(
    heard({ type: "clock", expiresAt: 9_000 }),
    heard({ type: "warning", reason: "inactive", closesAt: 5_000 }),
  );
  assert.deepEqual([warned.expiresAt, warned.warning?.closesAt], [9_000, 5_000]);

  const calm = [
    heard({ type: "clock", expiresAt: null }),
    heard({ type: "warning", reason: "inactive", closesAt: null }),
  ].reduce(reduce, warned);
  assert.deepEqual([calm.expiresAt, calm.warning], [undefined, undefined]);
});

test("whoever is outside has no panel open", () => {
  const advice = { title: "", text: "", offer: "retry" } as const;
  assert.equal(run({ type: "panel", panel: "share" }, { type: "outside", advice, again: true }).panel, undefined);
});

test("a screen reader hears who is here, who drives and what is lost", () => {
  const playing: RoomEvent = { type: "player", state: { name: "playing" } };
  const inside: RoomEvent = { type: "entered", role: "owner", isShared: true, self: "p-ada" };
  const driven = run(inside, example("welcome"), example("presence"), heard({ type: "driver", by: "p-bob" }), playing);
  assert.equal(announcement(driven), "2 people are here. Bob is driving.");

  const lost = reduce(driven, { type: "player", state: { name: "reconnecting", attempt: 1, reason: "lost" } });
  assert.equal(announcement(lost), "The connection was lost. Reconnecting.");
});

test("bars fall with the round trip", () => {
  assert.deepEqual([5, 80, 200, 900].map(barsFor), [4, 3, 2, 1]);
});

test("the lobby lists no session that is over, and a new try clears the trouble", () => {
  const start: LobbyState = {
    name: "",
    busy: undefined,
    trouble: { place: "join", advice: { title: "", text: "", offer: "retry" } },
    sessions: undefined,
    asking: undefined,
    now: 0,
  };
  const sessions = [
    { id: "a", state: "live" },
    { id: "b", state: "ended" },
  ];
  assert.deepEqual(lobby(start, { type: "listed", sessions, now: 1 }).sessions, [sessions[0]]);
  assert.equal(lobby(start, { type: "started", place: "create" }).trouble, undefined);
});
