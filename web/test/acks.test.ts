import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Acks } from "../src/player/acks";

test("tells at once after 16 KiB, else within 50 ms, and always the sum", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const told: number[] = [];
  const acks = new Acks((bytes) => told.push(bytes));

  acks.add(1000);
  assert.deepEqual(told, []);
  mock.timers.tick(50);
  acks.add(16 * 1024);
  mock.timers.tick(500);

  assert.deepEqual(told, [1000, 1000 + 16 * 1024]);
  mock.timers.reset();
});

test("a new socket counts from zero", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const told: number[] = [];
  const acks = new Acks((bytes) => told.push(bytes));

  acks.add(20_000);
  acks.reset();
  acks.add(5);
  mock.timers.tick(50);

  assert.deepEqual(told, [20_000, 5]);
  mock.timers.reset();
});
