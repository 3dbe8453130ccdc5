import assert from "node:assert/strict";
import { test } from "node:test";
import { wishFrom } from "../src/account/platform-form";
import { reduce, START } from "../src/account/state";
import { refusal } from "../src/api/http";
import { reduce as audit, START as AUDIT } from "../src/audit/state";
import { sentence, WORDS } from "../src/audit/words";
import { failedWords, refusalWords } from "../src/sign-in/words";
import { reduce as signIn } from "../src/sign-in/state";
import { addressWords } from "../src/ui/address-words";
import { browserName } from "../src/ui/browser-name";
import { wrongField } from "../src/ui/wrong-field";
import { contract } from "./golden";

test("each type of the audit contract has words of its own", () => {
  const rows = [...contract("audit.md").matchAll(/^\| (`[a-z`, -]+`) \| (?:auth|session|gateway) \|/gm)];
  const types = rows.flatMap(([, names]) => names!.split(", ").map((name) => name.replaceAll("`", "")));
  assert.ok(types.length > 20);
  assert.deepEqual(types.toSorted(), Object.keys(WORDS).toSorted());
  assert.equal(new Set(types.map((type) => WORDS[type]!({}))).size, types.length);
});

test("one's own acts need no name, others' do", () => {
  const entry = {
    id: "1",
    at: "2026-11-21T12:00:00Z",
    type: "signed-in",
    actor: "u1",
    actor_name: "ada",
    detail: { method: "oidc:acme" },
  };
  assert.equal(sentence(entry, "u1"), "Signed in by acme");
  assert.equal(sentence(entry, "u2"), "ada signed in by acme");
  assert.equal(
    sentence({ ...entry, actor: null, actor_name: null, type: "sign-in-failed", detail: { reason: "wrong" } }, "u1"),
    "Somebody could not sign in: wrong name or password",
  );
  assert.equal(sentence({ ...entry, type: "quite-new", detail: null }, "u2"), "ada quite new");
});

test("older entries follow, none twice, and another filter begins anew", () => {
  const entry = (id: string) => ({ id, at: "2026-11-21T12:00:00Z", type: "signed-in" });
  const first = audit(AUDIT, { type: "came", page: { entries: [entry("3"), entry("2")], next: "c" }, more: false });
  const second = audit(first, { type: "came", page: { entries: [entry("2"), entry("1")], next: null }, more: true });
  assert.deepEqual(
    second.entries?.map(({ id }) => id),
    ["3", "2", "1"],
  );
  assert.equal(second.next, undefined);
  assert.equal(audit(second, { type: "filter", filter: { type: "signed-out" } }).entries, undefined);
});

test("nothing of one person is left for the next", () => {
  const who = (id: string) => ({
    authenticated: true,
    user: { id, username: id },
    platform: null,
    session: { session_id: id },
  });
  const fresh = [
    { type: "who", who: who("ada") } as const,
    { type: "made", key: { id: "k", name: "ci", key: "sk_secret" } } as const,
  ].reduce(reduce, START);
  assert.equal(reduce(fresh, { type: "who", who: who("ada") }).fresh?.key, "sk_secret");
  assert.ok(!JSON.stringify(reduce(fresh, { type: "who", who: who("bob") })).includes("sk_secret"));
  assert.equal(reduce(fresh, { type: "open", open: undefined }).fresh, undefined);
});

test("an empty secret is not sent, so that the old one stays", () => {
  const typed = { name: "Mine", platform_type: "hyperbeam", instance_url: "https://engine.hyperbeam.com", secret: "" };
  assert.ok(!("secret" in wishFrom(typed, undefined)));
  assert.equal(wishFrom({ ...typed, secret: " k " }, undefined).secret, " k ");
});

test("a broken rule shows at its field", () => {
  const wrong = (body: Record<string, unknown>) =>
    wrongField(refusal(422, null, { code: "VALIDATION_FAILED", ...body }));
  assert.deepEqual(wrong({ field: "username", rule: "required", error: "x" }), {
    field: "username",
    text: "The user name is missing.",
  });
  assert.equal(
    wrong({ field: "email", rule: "shape", error: "This is no e-mail address" })?.text,
    "This is no e-mail address.",
  );
  assert.equal(
    wrong({ field: "username", rule: "1 to 64 letters", error: "username: 1 to 64 letters" })?.text,
    "The user name does not fit: 1 to 64 letters.",
  );
  assert.equal(wrongField(refusal(401, null, { code: "INVALID_CREDENTIALS" })), undefined);
});

test("signing in has words for each refusal and waits as long as it is told", () => {
  assert.equal(refusalWords(refusal(401, null, { code: "INVALID_CREDENTIALS" })).title, "That is not right");
  assert.equal(refusalWords(refusal(409, null, { code: "ACCOUNT_EXISTS" })).title, "That name or address is taken");
  assert.match(refusalWords(refusal(503, null, {})).title, /right now/);
  assert.notEqual(failedWords("denied").text, failedWords("<script>").text);
  const start = {
    mode: "sign-in",
    methods: undefined,
    already: undefined,
    busy: true,
    trouble: undefined,
    wrong: undefined,
    waitUntil: undefined,
    shown: false,
    now: 0,
  } as const;
  const waiting = signIn(start, { type: "wait", until: 5_000, now: 1_000 });
  assert.equal(signIn(waiting, { type: "tick", now: 4_999 }).waitUntil, 5_000);
  assert.equal(signIn(waiting, { type: "tick", now: 5_000 }).waitUntil, undefined);
});

test("addresses are short", () => {
  const words = ["203.0.113.7", "0:0:0:0:0:0:0:1", "127.0.0.1", "2001:db8:0:0:0:0:7:12", "unknown", "fe80::1%eth0"].map(
    addressWords,
  );
  assert.deepEqual(words, ["203.0.113.7", "this machine", "this machine", "2001:db8::7:12", "unknown", "fe80::1%eth0"]);
});

test("devices have names people know", () => {
  assert.equal(
    browserName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    "Firefox on Linux",
  );
  assert.equal(
    browserName(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    ),
    "Safari on iPhone",
  );
  assert.equal(
    browserName(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    ),
    "Edge on Windows",
  );
  assert.equal(browserName("curl/8.5.0"), "curl");
  assert.equal(browserName(undefined), "Unknown device");
});
