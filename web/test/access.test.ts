import assert from "node:assert/strict";
import { test } from "node:test";
import { accessFrom, claimsOf } from "../src/player/access";

const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;

test("takes a VM's address apart", () => {
  assert.deepEqual(accessFrom("https://host/vm/vm-1?token=a.b.c"), { vmId: "vm-1", token: "a.b.c" });
  for (const address of ["https://host/vm/vm-1", "https://host/room/x?token=a", "", "https://"]) {
    assert.equal(accessFrom(address), undefined, address);
  }
});

test("reads what a participant token says", () => {
  const token = jwt({ vms: "k3fw", pid: "p-ada", exp: 100, name: "Ädä 😀" });
  assert.deepEqual(claimsOf(token), { vmSessionId: "k3fw", participantId: "p-ada", expiresAt: 100_000 });
});

test("an embed token says nothing, and nor does a broken one", () => {
  for (const token of ["kq3mZ0", "a.b.c", "..", jwt({ vms: 7 })]) assert.deepEqual(claimsOf(token), {}, token);
});
