import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOSE_CODES, judge } from "../src/player/close-codes";
import { contract } from "./golden";

test("the table is the contract's", () => {
  const rows = [...contract("close-codes.md").matchAll(/^\| (\d{4}) \| `([a-z-]+)` \| (yes|no|after asking)/gm)];
  assert.ok(rows.length > 10);
  assert.deepEqual(
    [...CLOSE_CODES].map(([code, { reason, comeBack }]) => [code, reason, comeBack]),
    rows.map(([, code, reason, comeBack]) => [Number(code), reason, comeBack === "after asking" ? comeBack : comeBack === "yes"]),
  );
});

test("comes back after a lost line and after whatever the range says", () => {
  for (const code of [1000, 1001, 1006, 1011, 1012, 1013, 4001, 4002, 4003, 4250]) {
    assert.equal(judge(code, "", false).act, "retry", String(code));
  }
});

test("stays away when told to, with the words that were given", () => {
  for (const code of [1008, 4501, 4502, 4503, 4504, 4505, 4506, 4507, 4999]) {
    assert.equal(judge(code, "", false).act, "stop", String(code));
  }
  assert.deepEqual(judge(4504, "absolute", false), { act: "stop", reason: "ended", text: "absolute" });
});

test("asks for a new token when the old one is refused, but once only", () => {
  assert.equal(judge(4400, "", false).act, "renew");
  assert.equal(judge(4500, "", false).act, "renew");
  assert.equal(judge(4500, "", true).act, "stop");
});

test("asks who has a session again when the user session is over, but once only", () => {
  assert.equal(judge(4508, "", false).act, "renew");
  assert.deepEqual(judge(4508, "", true), { act: "stop", reason: "session-over", text: "" });
});
