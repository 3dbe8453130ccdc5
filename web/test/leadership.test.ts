import assert from "node:assert/strict";
import { test } from "node:test";
import { Leadership } from "../src/sync/leadership";

/** One lock, as browsers give it: in order, unless somebody takes it. */
function locks(): LockManager {
  type Ask = { run: () => void; fail: (why: Error) => void };
  let held: Ask | undefined;
  const waiting: Ask[] = [];
  const next = () => {
    held = waiting.shift();
    held?.run();
  };
  const request = (_: string, options: LockOptions, work: () => Promise<void> | undefined) =>
    new Promise<void>((resolve, fail) => {
      const ask: Ask = {
        fail,
        run: () =>
          void Promise.resolve(work()).then(() => {
            if (held === ask) next();
            resolve();
          }),
      };
      options.signal?.addEventListener("abort", () => {
        if (waiting.includes(ask)) waiting.splice(waiting.indexOf(ask), 1);
        if (held !== ask) fail(new Error("called off"));
      });
      if (options.steal) {
        held?.fail(new Error("taken"));
        held = ask;
        ask.run();
      } else {
        waiting.push(ask);
        if (!held) next();
      }
    });
  return { request } as unknown as LockManager;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test("one leads, and the next when it goes", async () => {
  const shared = locks();
  const tabs = [1, 2].map(
    () =>
      new Leadership(
        shared,
        () => true,
        () => {},
      ),
  );
  tabs.forEach((tab) => tab.start());
  await settle();
  assert.deepEqual(
    tabs.map((tab) => tab.mine),
    [true, false],
  );
  tabs[0]!.stop();
  await settle();
  assert.deepEqual(
    tabs.map((tab) => tab.mine),
    [false, true],
  );
});

test("a visible tab takes the lead from one that sleeps, which stands in line again", async () => {
  const shared = locks();
  let looked = false;
  const told: string[] = [];
  const asleep = new Leadership(
    shared,
    () => false,
    (leads) => told.push(`asleep ${leads}`),
  );
  const awake = new Leadership(
    shared,
    () => looked,
    (leads) => told.push(`awake ${leads}`),
  );
  asleep.start();
  awake.start();
  await settle();
  awake.take();
  await settle();
  assert.deepEqual(told, ["asleep true"]);
  looked = true;
  awake.take();
  await settle();
  assert.deepEqual([asleep.mine, awake.mine], [false, true]);
  awake.stop();
  await settle();
  assert.equal(asleep.mine, true);
});

test("without locks each tab leads itself while it is looked at", () => {
  let looked = true;
  const tab = new Leadership(
    undefined,
    () => looked,
    () => {},
  );
  tab.start();
  assert.equal(tab.mine, true);
  looked = false;
  tab.turned();
  assert.equal(tab.mine, false);
  tab.stop();
});
