import assert from "node:assert/strict";
import { test } from "node:test";
import { safeReturn } from "../src/ui/return-to";

const back = (wanted: string | null) => safeReturn(wanted, "https://flotilla.test");

test("goes back to where one was, on this site", () => {
  assert.equal(back("/room/k3fw?x=1#y"), "/room/k3fw?x=1#y");
  assert.equal(back("/account"), "/account");
});

test("goes nowhere else, however the link is written", () => {
  for (const wanted of [
    null,
    "",
    "account",
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/a\\..\\..//evil.test",
    "javascript:alert(1)",
    "/sign-in?return_to=/sign-in",
  ]) {
    assert.equal(back(wanted), "/", String(wanted));
  }
});
