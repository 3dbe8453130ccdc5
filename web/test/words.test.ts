import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal } from "../src/api/http";
import { adviceFor } from "../src/api/refusals";
import { cursorCss } from "../src/player/cursor";
import { addressOf } from "../src/ui/address";
import { ago, timeLeft } from "../src/ui/clock";
import { adviceAfter } from "../src/ui/failures";
import { sessionIdIn } from "../src/ui/join-id";
import { HUES, hueOf, initialsOf } from "../src/ui/person";

test("finds the id in whatever people paste", () => {
  const id = "k3fw-9dpt-x2mn-7hqa";
  for (const pasted of [id, ` ${id}\n`, `http://host:8080/room/${id}`, `https://h/room/${id}/?x=1#y`, `come: http://h/room/${id} now`]) {
    assert.equal(sessionIdIn(pasted), id, pasted);
  }
  for (const pasted of ["", "   ", "http://host/", "two words", "../x/y", "/room/%E0%A4%A", "a".repeat(256)]) {
    assert.equal(sessionIdIn(pasted), undefined, pasted);
  }
});

test("an address is a URL, a host, or something to search for", () => {
  assert.equal(addressOf("  "), undefined);
  assert.equal(addressOf("https://example.org/a?b"), "https://example.org/a?b");
  assert.equal(addressOf("example.org/a"), "https://example.org/a");
  assert.equal(addressOf("localhost:3000"), "http://localhost:3000");
  assert.equal(addressOf("who moves the tides?"), "https://duckduckgo.com/?q=who%20moves%20the%20tides%3F");
});

test("each refusal of the server has words and a next step", () => {
  const advice = (status: number, body: Record<string, unknown>) => adviceFor("join", refusal(status, null, body));
  assert.equal(advice(403, { error: "Session is not shared" }).title, "This session is not shared");
  assert.equal(advice(404, { error: "Session not found" }).title, "There is no such session");
  assert.equal(advice(429, { error: "You are in 2 …", limit: 2 }).title, "You already have two browsers");
  assert.equal(advice(429, { error: "You are in 2 …", limit: 2 }).offer, "sessions");
  assert.match(advice(429, { error: "rate_limit_exceeded", retry_after: 30 }).text, /30 seconds/);
  assert.match(advice(503, { error: "x", details: "HYPERBEAM_API_KEY not configured" }).text, /HYPERBEAM_API_KEY not configured\./);
  assert.equal(advice(0, {}).offer, "retry");
});

test("a header says when to come back if the body does not", () => {
  assert.equal(refusal(503, "5", {}).retryAfter, 5);
  assert.equal(refusal(503, "Sat, 21 Nov 2026 07:00:00 GMT", {}).retryAfter, undefined);
});

test("each end has words of its own", () => {
  const words = ["requested", "absolute", "inactive", "offline", "crashed", "broker-lost", "failed", "tomorrow"].map(
    (reason) => adviceAfter("ended", reason).text,
  );
  assert.equal(new Set(words).size, words.length);
  assert.equal(adviceAfter("kicked", "unshared").title, "This session is not shared any more");
});

test("time left is short and true", () => {
  assert.deepEqual([0, 45_000, 90_000, 125_000, 3_600_000, 4_800_000].map(timeLeft), ["0:00", "0:45", "1:30", "2 min", "1 h", "1 h 20 min"]);
  assert.deepEqual([0, 120_000, 7_200_000, 259_200_000].map(ago), ["just now", "2 min ago", "2 h ago", "3 days ago"]);
});

test("people keep their colour and have initials in any script", () => {
  assert.equal(hueOf("p-ada"), hueOf("p-ada"));
  assert.ok(hueOf("p-ada") >= 0 && hueOf("p-ada") < HUES);
  assert.deepEqual(["Ada Lovelace", "ada", "李 小龙", "", "Guest Calm Otter"].map(initialsOf), ["AL", "A", "李小", "?", "GO"]);
});

test("only real pointer shapes become CSS", () => {
  assert.equal(cursorCss({ type: "cursor", css: "text" }), "text");
  assert.equal(cursorCss({ type: "cursor", css: "url(https://evil)" }), "default");
  assert.equal(cursorCss({ type: "cursor", image: 'data:image/png;base64,AAAA") , url("x' }), "default");
  assert.equal(
    cursorCss({ type: "cursor", image: "data:image/png;base64,AAAA", hotX: 3.2, hotY: -1 }),
    'url("data:image/png;base64,AAAA") 3 0, default',
  );
});
